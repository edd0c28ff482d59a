import type { CalendarEvent } from '#lib/kit/ics/event.ts'
import type { CalendarFile } from '#lib/kit/ics/read.ts'
import { wallOf } from '#lib/kit/ics/zones.ts'
import { addDays, compareDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { eventsInPlace } from './in-place.ts'
import { awayIn, type Away } from './away.ts'
import type { LeftOutCode } from './left-out.ts'
import { occurrencesOf } from './occurrences.ts'

/** What a calendar file says of the days on which its owner is away: to be reviewed, nothing is entered by it. */
export type Absence = Away & {
  title: string
  kind: 'vacation' | 'other'
  /** Its title or its calendar says that this is time off, and no meeting. */
  likely: boolean
}
export type LeftOut = { title: string; day: PlainDate | null; code: LeftOutCode }

/** Days before today and after it of which a file is read. */
export const DAYS_BACK = 92
export const DAYS_AHEAD = 3 * 366
const MOST_OCCURRENCES = 200
/** For all events of a file together, so that the largest file is read within a second. */
const STEPS = 20_000
export const MOST_FROM_FILE = 1000

/**
 * The absences in a calendar file, in the group's zone, by day.
 * @param today in that zone; days before and after count as far as the constants say
 */
export function absencesIn(
  file: CalendarFile,
  { today, zone }: { today: PlainDate; zone: string },
): { absences: Absence[]; leftOut: LeftOut[] } {
  const window = { first: addDays(today, -DAYS_BACK), last: addDays(today, DAYS_AHEAD) }
  const leftOut: LeftOut[] = file.unreadable.map((title) => ({ title, day: null, code: 'not_readable' }))
  const absences: Absence[] = []
  const wall = wallOf(file.zones, zone)
  const budget = { steps: STEPS }
  for (const series of eventsInPlace(file.events)) {
    const full = absences.length >= MOST_FROM_FILE
    const found = full ? 'too_many' : occurrencesOf(series, { wall, window, budget, most: MOST_OCCURRENCES })
    const events = typeof found === 'string' ? [] : found
    const reasons = new Map<LeftOutCode, CalendarEvent>()
    const kept = absences.length
    for (const event of events) {
      const away = whyLeftOut(event) ?? awayIn(event, wall, window)
      if (typeof away === 'string') reasons.set(away, reasons.get(away) ?? event)
      else if (absences.length - kept === MOST_OCCURRENCES || absences.length === MOST_FROM_FILE) {
        reasons.set('too_many', event)
        break
      } else absences.push({ ...away, title: event.title, ...guessOf(event) })
    }
    if (typeof found === 'string') reasons.set(found, series.event)
    if (events.length === 0 && reasons.size === 0) reasons.set('out_of_range', series.event)
    // Of a series, only the part in range is asked for.
    if (absences.length > kept || reasons.size > 1) reasons.delete('out_of_range')
    for (const [code, { title, start }] of reasons) leftOut.push({ title, day: start.day, code })
  }
  return { absences: joined(absences), leftOut }
}

const whyLeftOut = ({ cancelled, free }: CalendarEvent): LeftOutCode | null =>
  cancelled ? 'cancelled' : free ? 'free' : null

/** Whole words of calendars in the languages of the engineers that we know of. */
const anyOf = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu')
const VACATION = anyOf(
  'vacations?|holidays?|annual leave|time off|pto|urlaub|vacances|cong[ée]s?|vacaciones|ferie|férias|vakantie|semester|ferier|loma|urlop|dovolená|отпуск|休暇|有給|휴가|休假|年假',
)
const AWAY = anyOf(
  'out of (?:the )?office|ooo|off|away|leave|absent|absence|sick|abwesend|krank|frei|elternzeit|fuera',
)

/** A guess for the review, from words that people write into their calendars. */
const guessOf = ({ title, outOfOffice }: CalendarEvent): Pick<Absence, 'kind' | 'likely'> => {
  const vacation = VACATION.test(title)
  return { kind: vacation ? 'vacation' : 'other', likely: vacation || outOfOffice || AWAY.test(title) }
}

/** Days that follow each other under one title are one absence; what the file says twice is said once. */
function joined(absences: Absence[]): Absence[] {
  const sorted = absences.toSorted((a, b) => compareDays(a.from, b.from) || compareDays(a.to, b.to))
  const open = new Map<string, Absence>()
  const all: Absence[] = []
  for (const absence of sorted) {
    const before = open.get(absence.title)
    if (before && covers(before, absence)) continue
    const follows = before && !before.untilNoon && !absence.fromNoon && addDays(before.to, 1) === absence.from
    if (follows && compareDays(addDays(before.from, 365), absence.to) > 0) {
      Object.assign(before, { to: absence.to, untilNoon: absence.untilNoon })
      continue
    }
    const kept = { ...absence }
    open.set(absence.title, kept)
    all.push(kept)
  }
  return all
}

/** By half days: each day has two. */
const halvesOf = ({ from, to, fromNoon, untilNoon }: Away) => [
  `${from} ${fromNoon ? 2 : 1}`,
  `${to} ${untilNoon ? 1 : 2}`,
]

function covers(a: Away, b: Away): boolean {
  const [[begin = '', end = ''], [first = '', last = '']] = [halvesOf(a), halvesOf(b)]
  return begin <= first && last <= end
}
