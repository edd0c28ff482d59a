/** A calendar day 'YYYY-MM-DD', 0001-01-01 to 9999-12-31, without a clock and without a time zone. */
export type PlainDate = string

type Civil = { year: number; month: number; day: number }

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const LAST_SERIAL = daysBeforeYear(10_000)

export function isPlainDate(text: string): boolean {
  return civilOf(text) !== null
}

/** @throws RangeError when the day is none, or the sum leaves the years 0001 to 9999 */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayOfSerial(serialOf(day) + days)
}

/** Whole days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return serialOf(b) - serialOf(a)
}

/** All days from one to another, both included; none when `to` is earlier. */
export function eachDay(from: PlainDate, to: PlainDate): PlainDate[] {
  const first = serialOf(from)
  return Array.from({ length: Math.max(0, serialOf(to) - first + 1) }, (_, at) => dayOfSerial(first + at))
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: PlainDate): number {
  return ((serialOf(day) - 1) % 7) + 1
}

/** ISO 8601 week as '2026-W47'; the year is the year of the week's Thursday. */
export function isoWeek(day: PlainDate): string {
  const thursday = addDays(day, 4 - weekday(day))
  const newYear = `${thursday.slice(0, 4)}-01-01`
  const week = Math.floor(daysBetween(newYear, thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${digits(week, 2)}`
}

/** Negative, zero or positive, for `toSorted`. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The month of a day as '2026-11'. */
export function monthOf(day: PlainDate): string {
  return day.slice(0, 7)
}

/** @throws RangeError when such a day does not exist */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = textOf(year, month, day)
  if (!isPlainDate(text)) throw new RangeError(`${text} is not a date`)
  return text
}

function civilOf(text: string): Civil | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null
  return { year, month, day }
}

/** Digit by digit, for hundreds of people have thousands of days: an expression takes four times as long. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return 0
    value = value * 10 + digit
  }
  return value
}

/** Days since the last day of the year before 0001, so that 0001-01-01, a Monday, is 1. */
function serialOf(text: PlainDate): number {
  const civil = civilOf(text)
  if (!civil) throw new RangeError(`${JSON.stringify(text)} is not a date`)
  return daysBeforeYear(civil.year) + daysBeforeMonth(civil.year, civil.month) + civil.day
}

function dayOfSerial(serial: number): PlainDate {
  if (!Number.isInteger(serial) || serial < 1 || serial > LAST_SERIAL) {
    throw new RangeError('A date must be between 0001-01-01 and 9999-12-31')
  }
  let year = Math.ceil(serial / 365.2425)
  while (daysBeforeYear(year) >= serial) year -= 1
  while (daysBeforeYear(year + 1) < serial) year += 1
  const ofYear = serial - daysBeforeYear(year)
  let month = 12
  while (daysBeforeMonth(year, month) >= ofYear) month -= 1
  return textOf(year, month, ofYear - daysBeforeMonth(year, month))
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

function daysBeforeMonth(year: number, month: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0)
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const textOf = (year: number, month: number, day: number): string =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
