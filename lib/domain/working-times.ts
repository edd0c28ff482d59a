import { eachDay, weekday, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** Half days from Monday to Sunday: 2 for a whole day, 1 for half of it, 0 for a day without work. */
export type Week = readonly number[]

export const DEFAULT_WEEK: Week = [2, 2, 2, 2, 2, 0, 0]

/** Whose public holidays hold, ISO 3166: “DE” and “BY”; both empty for none, or for those of the group. */
export type Place = { country: string; region: string }

/** How a person works from a day on, until the day on which the next one begins. */
export type WorkingTime = Place & { from: PlainDate; week: Week }

/** A day off, or its afternoon. */
export type Holiday = { day: PlainDate; name: string; half: boolean }

/** What is known of a person's time beside their time off: how they work from which day on, and their days off. */
export type PersonCalendar = { times: readonly WorkingTime[]; holidays: readonly Holiday[] }

/**
 * A day of a person. `work` is what their week has for it, in days: 0, 0.5 or 1. `off` is what of that the holiday takes, so
 * that `work − off` is left; a holiday on a day without work takes nothing.
 */
export type PersonDay = { day: PlainDate; work: number; off: number; holiday: { name: string } | null }

/** What holds on a day: the one that began last by then; null before the first, when the usual week holds. */
export function timeOn<T extends { from: PlainDate }>(times: readonly T[], day: PlainDate): T | null {
  let holds: T | null = null
  for (const time of times) if (time.from <= day && (!holds || time.from > holds.from)) holds = time
  return holds
}

/** The half days of each day of the week that a person works by then, from Monday to Sunday. */
export const weekOn = (times: readonly WorkingTime[], day: PlainDate): Week =>
  timeOn(times, day)?.week ?? DEFAULT_WEEK

/** The country whose holidays hold: the person's, or their group's where they have none of their own. */
export function placeOn(times: readonly WorkingTime[], group: Place, day: PlainDate): Place {
  const own = timeOn(times, day)
  return own && own.country !== '' ? { country: own.country, region: own.region } : group
}

/** What their week has for that day, in days: 0, 0.5 or 1. */
export const workOn = (times: readonly WorkingTime[], day: PlainDate): number =>
  (weekOn(times, day)[weekday(day) - 1] ?? 0) / 2

/**
 * What a holiday takes of the work of a day, in days. Half a holiday is the afternoon; who works half a day works in the
 * morning, and loses nothing by it.
 */
export function offOn(work: number, holiday: { half: boolean } | null): number {
  if (!holiday) return 0
  return holiday.half ? Math.max(0, work - 0.5) : work
}

/**
 * Handbook › Time Off: "so the EM can use the proper number of days off during capacity planning". Each day from the first to
 * the last, both included.
 */
export function daysOf({ times, holidays }: PersonCalendar, from: PlainDate, to: PlainDate): PersonDay[] {
  const byDay = new Map(holidays.map((holiday) => [holiday.day, holiday]))
  return eachDay(from, to).map((day) => {
    const holiday = byDay.get(day) ?? null
    const work = workOn(times, day)
    return { day, work, off: offOn(work, holiday), holiday: holiday && { name: holiday.name } }
  })
}

/** How much of a day is work that a holiday does not take; nothing of days outside. */
export function workIn(days: readonly PersonDay[]): (day: PlainDate) => number {
  const left = new Map(days.map(({ day, work, off }) => [day, work - off]))
  return (day) => left.get(day) ?? 0
}

/**
 * The days off of a person between two days, both included, by day: the public holidays of the place that holds on each, and
 * the days off of the group. A whole day goes before half of one, a public holiday before a day off of the group.
 */
export function holidaysOf(
  known: {
    times: readonly WorkingTime[]
    group: Place
    daysOff: readonly { day: PlainDate; name: string }[]
    /** The public holidays there, by day. */
    publicIn: (place: Place) => ReadonlyMap<PlainDate, Holiday> | undefined
  },
  from: PlainDate,
  to: PlainDate,
): Holiday[] {
  const ours = new Map(known.daysOff.map(({ day, name }) => [day, { day, name, half: false }]))
  return eachDay(from, to).flatMap((day) => {
    const there = known.publicIn(placeOn(known.times, known.group, day))?.get(day)
    const here = ours.get(day)
    return (there && (!there.half || !here) ? there : here) ?? []
  })
}

/** The places whose holidays hold for a person between two days, both included; each once. */
export function placesOf(
  times: readonly WorkingTime[],
  group: Place,
  from: PlainDate,
  to: PlainDate,
): Place[] {
  const begins = [from, ...times.map((time) => time.from).filter((day) => from < day && day <= to)]
  const places = begins.map((day) => placeOn(times, group, day))
  return [...new Map(places.map((place) => [placeKey(place), place])).values()]
}

export const placeKey = ({ country, region }: Place): string => (region ? `${country}-${region}` : country)

/** Why a person cannot work like that. */
export function whyNotWorkingTime({ country, region, week }: Place & { week: Week }): Refusal | null {
  if (country === '' && region !== '') {
    return { code: 'country_missing', because: 'Choose the country of the region.' }
  }
  return week.some((halves) => halves > 0)
    ? null
    : {
        code: 'week_empty',
        because: 'Choose at least half a day of work. Enter longer absences as time off.',
      }
}

/** Why a place has no holidays that are known. */
export const noSuchPlace = ({ country, region }: Place, missing: 'country' | 'region'): Refusal =>
  missing === 'country'
    ? { code: 'country_unknown', because: `Unknown country “${country}”. Choose one from the list.` }
    : {
        code: 'region_unknown',
        because: `Unknown region “${region}” of “${country}”. Choose one from the list.`,
      }

/** Why a day cannot become one on which the group is off. */
export const whyNotDayOff = (name: string | undefined): Refusal | null =>
  name === undefined
    ? null
    : { code: 'day_off_exists', because: `“${name}” is on that day. Remove it, or choose another day.` }
