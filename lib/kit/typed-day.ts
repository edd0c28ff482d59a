import { addDays, isPlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Parts = { day: string | undefined; month: number; year: string | undefined }

/**
 * The day that typed words mean, or null: “2026-11-14”, “14 Nov 2026”, “Nov 14”, “14.11.2026”, “14/11”, “today”,
 * “tomorrow”. Figures put the day before the month. Without a year it is the next such day, today included.
 */
export function typedDay(text: string, today: PlainDate): PlainDate | null {
  const typed = text.trim().toLowerCase()
  if (isPlainDate(typed)) return typed
  if (typed === 'today') return today
  if (typed === 'tomorrow') return addDays(today, 1)
  const parts = partsOf(typed)
  if (!parts) return null
  if (parts.year !== undefined) return dayOf(parts, fullYear(parts.year))
  const thisYear = Number(today.slice(0, 4))
  const soon = dayOf(parts, thisYear)
  return soon !== null && soon >= today ? soon : dayOf(parts, thisYear + 1)
}

function partsOf(typed: string): Parts | null {
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-]?(\d{4}|\d{2})?$/.exec(typed)
  if (figures) return { day: figures[1], month: Number(figures[2]), year: figures[3] }
  const dayFirst = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?,?\s*(\d{4})?$/.exec(typed)
  if (dayFirst) return { day: dayFirst[1], month: monthNamed(dayFirst[2]), year: dayFirst[3] }
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:,\s*|\s+|$)(\d{4})?$/.exec(typed)
  if (monthFirst) return { day: monthFirst[2], month: monthNamed(monthFirst[1]), year: monthFirst[3] }
  return null
}

/** 1 to 12, or 0 for what is no month. */
const monthNamed = (name = ''): number => MONTHS.findIndex((month) => name.startsWith(month)) + 1

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

function dayOf({ day = '', month }: Parts, year: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}
