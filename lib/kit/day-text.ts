import type { PlainDate } from './plain-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTHS_IN_FULL = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const dayOf = (day: PlainDate): string => String(Number(day.slice(8, 10)))
const monthOf = (day: PlainDate): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? ''

/** The shortest way to say two days that belong together, both included: “24 Dec”, “21 – 24 Dec”, “28 Nov – 2 Dec”. */
export function spanText(from: PlainDate, to: PlainDate): string {
  const end = `${dayOf(to)} ${monthOf(to)}`
  if (from === to) return end
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${dayOf(from)}${sameMonth ? '' : ` ${monthOf(from)}`} – ${end}`
}

/** The same with the year, for what is read later: “21 – 24 Dec 2026”, “28 Dec 2026 – 2 Jan 2027”. */
export function spanTextYear(from: PlainDate, to: PlainDate): string {
  const [begun, ended] = [from.slice(0, 4), to.slice(0, 4)]
  if (begun === ended) return `${spanText(from, to)} ${ended}`
  return `${dayOf(from)} ${monthOf(from)} ${begun} – ${dayOf(to)} ${monthOf(to)} ${ended}`
}

/** “Cindy Halim is away 21 – 24 Dec”. */
export const awayText = (name: string, { from, to }: { from: PlainDate; to: PlainDate }): string =>
  `${name} is away ${spanText(from, to)}`

/** “November 2026”. */
export const monthInFull = (day: PlainDate): string =>
  `${MONTHS_IN_FULL[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
