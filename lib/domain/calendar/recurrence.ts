import { addDays, compareDays, daysBetween, isPlainDate, plainDate, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/**
 * The repetitions that are followed: each day, week, month or year, with an interval, an end and days of the week. This is
 * arithmetic of ours with a limit, so that no rule of a file can keep the server busy.
 */
export type Recurrence = {
  every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count: number | null
  until: { day: PlainDate; time: string | null; utc: boolean } | null
  /** 1 = Monday; `nth` counts within the month, 0 for each. */
  days: { nth: number; day: number }[]
  weekStart: number
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
const MOST_COUNT = 10_000
/** Periods between two occurrences: a sum of days stays a day. */
const MOST_INTERVAL = 1000

/** A rule of RFC 5545 for an event that begins on that day; null for one that is not followed. */
export function recurrenceOf(rule: string, start: PlainDate): Recurrence | null {
  const parts = rule
    .trim()
    .toUpperCase()
    .split(';')
    .filter((one) => one !== '')
    .map((one) => one.split('='))
  const given = new Map(parts.map(([name = '', value = '']) => [name, value]))
  if (given.size !== parts.length || parts.some((one) => one.length !== 2)) return null
  const every = FREQUENCIES.find((one) => one === given.get('FREQ'))
  const interval = wholeNumber(given.get('INTERVAL') ?? '1', MOST_INTERVAL)
  const count = given.has('COUNT') ? wholeNumber(given.get('COUNT') ?? '', MOST_COUNT) : null
  const until = given.has('UNTIL') ? untilOf(given.get('UNTIL') ?? '') : null
  const days = given.has('BYDAY') ? daysOf(given.get('BYDAY') ?? '') : []
  const weekStart = WEEKDAYS.indexOf(given.get('WKST') ?? 'MO') + 1
  const restated =
    (!given.has('BYMONTH') || (every === 'YEARLY' && Number(given.get('BYMONTH')) === monthIn(start))) &&
    (!given.has('BYMONTHDAY') ||
      (days?.length === 0 &&
        (every === 'MONTHLY' || every === 'YEARLY') &&
        Number(given.get('BYMONTHDAY')) === dayIn(start)))
  const known = [...given.keys()].every((name) => KNOWN.has(name))
  if (!every || !interval || !days || weekStart === 0 || !known || !restated) return null
  if ((given.has('COUNT') && !count) || (given.has('UNTIL') && !until) || (count && until)) return null
  const nths = days.some(({ nth }) => nth !== 0)
  if (nths && (every === 'DAILY' || every === 'WEEKLY')) return null
  // Without its month, the weeks of a year would be counted.
  if (days.length > 0 && every === 'YEARLY' && !given.has('BYMONTH')) return null
  return { every, interval, count, until, days, weekStart }
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', 'BYMONTH', 'BYMONTHDAY'])

const wholeNumber = (text: string, most: number): number | null => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= most ? value : null
}

const monthIn = (day: PlainDate) => Number(day.slice(5, 7))
const dayIn = (day: PlainDate) => Number(day.slice(8))

function untilOf(text: string): Recurrence['until'] {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(text)
  const day = found ? `${found[1]}-${found[2]}-${found[3]}` : ''
  if (!found || !isPlainDate(day) || Number(found[4] ?? 0) > 23 || Number(found[5] ?? 0) > 59) return null
  return { day, time: found[4] === undefined ? null : `${found[4]}:${found[5]}`, utc: found[6] === 'Z' }
}

function daysOf(text: string): Recurrence['days'] | null {
  const days = text.split(',').map((one) => {
    const found = /^(?:([+-]?[1-5]))?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one.trim())
    return found ? { nth: Number(found[1] ?? 0), day: WEEKDAYS.indexOf(found[2] ?? '') + 1 } : null
  })
  return days.includes(null) || days.length > 40 ? null : days.filter((one) => one !== null)
}

/** Steps that are left for all repetitions of a file together. */
export type Budget = { steps: number }

/**
 * The days on which it occurs from the start, which always counts, to the last day that is asked for, in order, and no more
 * than `most`. Those before `first` are counted and not given. Null when the budget is spent before.
 */
export function daysOfRecurrence(
  rule: Recurrence,
  start: PlainDate,
  { first, last, most }: { first: PlainDate; last: PlainDate; most: number },
  budget: Budget,
): PlainDate[] | null {
  const end = rule.until && rule.until.day < last ? addDays(rule.until.day, 1) : last
  const found: PlainDate[] = []
  let counted = 0
  for (let period = rule.count === null ? skipped(rule, start, first) : 0; ; period += 1) {
    const days = period === 0 ? [start, ...inPeriod(rule, start, 0)] : inPeriod(rule, start, period)
    budget.steps -= 1 + days.length
    if (budget.steps < 0) return null
    for (const day of [...new Set(days)].filter((one) => one >= start).toSorted(compareDays)) {
      if (day > end || found.length === most || counted === rule.count) return found
      counted += 1
      if (day >= first) found.push(day)
    }
    if (beginOf(rule, start, period + 1) > end) return found
  }
}

/** Periods that end before anything is asked for. */
function skipped({ every, interval }: Recurrence, start: PlainDate, first: PlainDate): number {
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[every] * interval
  return Math.max(0, Math.floor(daysBetween(start, first) / length) - 1)
}

function beginOf({ every, interval, weekStart }: Recurrence, start: PlainDate, period: number): PlainDate {
  const steps = period * interval
  if (every === 'DAILY') return addDays(start, steps)
  if (every === 'WEEKLY') return addDays(start, steps * 7 - ((weekday(start) - weekStart + 7) % 7))
  if (every === 'YEARLY') return plainDate(Number(start.slice(0, 4)) + steps, monthIn(start), 1)
  const months = Number(start.slice(0, 4)) * 12 + monthIn(start) - 1 + steps
  return plainDate(Math.floor(months / 12), (months % 12) + 1, 1)
}

function inPeriod(rule: Recurrence, start: PlainDate, period: number): PlainDate[] {
  const begin = beginOf(rule, start, period)
  const { every, days } = rule
  if (every === 'DAILY')
    return days.length === 0 || days.some(({ day }) => day === weekday(begin)) ? [begin] : []
  if (every === 'WEEKLY') {
    const wanted = days.length === 0 ? [weekday(start)] : days.map(({ day }) => day)
    return wanted.map((day) => addDays(begin, (day - weekday(begin) + 7) % 7))
  }
  if (days.length > 0) return days.flatMap((one) => weekdaysInMonth(begin, one))
  const same = `${begin.slice(0, 8)}${start.slice(8)}`
  return isPlainDate(same) ? [same] : []
}

function weekdaysInMonth(first: PlainDate, { nth, day }: { nth: number; day: number }): PlainDate[] {
  const earliest = addDays(first, (day - weekday(first) + 7) % 7)
  const all = [0, 7, 14, 21, 28]
    .map((later) => addDays(earliest, later))
    .filter((one) => one.slice(0, 7) === first.slice(0, 7))
  if (nth === 0) return all
  const one = all.at(nth > 0 ? nth - 1 : nth)
  return one === undefined ? [] : [one]
}
