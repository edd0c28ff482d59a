import { z } from 'zod'
import { daysBetween, isPlainDate } from '#lib/kit/plain-date.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, line, text } from './shapes.ts'

/** ISO 3166, “DE” and “BY”, as the list of countries has them; both empty for those of the group, or for none. */
export const country = text(2).regex(/^([A-Z]{2})?$/, 'A country, such as “DE”.')
export const region = text(40).regex(/^([A-Za-z0-9]+(-[A-Za-z0-9]+)?)?$/, 'A region, such as “BY”.')

/** Half days from Monday to Sunday: 2 for a whole day, 1 for half of it, 0 for a day without work. */
const week = z.array(z.number().int('Whole half days only.').min(0).max(2)).length(7, 'Seven days.')

/** Where the public holidays hold, in words: “Germany, Bavaria”; empty for none, or for those of the group. */
const place = z.string()

const holiday = z.strictObject({
  day,
  name: z.string(),
  /** From noon on alone. */
  half: z.boolean(),
})

export const workingTimesOfPerson = z.strictObject({
  person: z.string(),
  name: z.string(),
  /** How they work, from which day on, the earliest first; before it Monday to Friday. */
  times: z.array(z.strictObject({ from: day, country, region, week, place })),
  /** Public holidays where they are, and days off of the group, from the first day to the last. */
  holidays: z.array(holiday),
})
export type WorkingTimesOfPerson = z.output<typeof workingTimesOfPerson>

/** Holidays are computed for so many days at once. */
const MOST_DAYS = 400

/** What is no day is said of its own field. */
function isSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  if (!from || !to || !isPlainDate(from) || !isPlainDate(to)) return true
  return from <= to && daysBetween(from, to) < MOST_DAYS
}

export const listWorkingTimes = endpoint({
  id: 'working-times.list',
  method: 'GET',
  path: '/groups/{group}/working-times',
  summary:
    'The working week of each member with their holidays between two days (four weeks from today unless stated), and the days off of the group',
  input: z.strictObject({ ...inGroup, from: day.optional(), to: day.optional() }).refine(isSpan, {
    path: ['to'],
    error: `At most ${MOST_DAYS} days, the first one first.`,
  }),
  output: z.strictObject({
    items: z.array(workingTimesOfPerson),
    /** All of them, the earliest first. */
    daysOff: z.array(z.strictObject({ day, name: z.string() })),
    /** Of the group. */
    place,
    from: day,
    to: day,
  }),
  reads: ['working_times', 'people', 'groups'],
})

const person = { ...inGroup, person: handle }
const changed = z.strictObject({ event: z.number() })

export const setWorkingTime = endpoint({
  id: 'working-times.set',
  method: 'PUT',
  path: '/groups/{group}/working-times/{person}',
  summary: 'Set the working week of a person, and the country of their holidays, from a day on',
  input: z.strictObject({
    ...person,
    from: day,
    country: country.optional(),
    region: region.optional(),
    week,
  }),
  output: changed,
})

export const removeWorkingTime = endpoint({
  id: 'working-times.remove',
  method: 'DELETE',
  path: '/groups/{group}/working-times/{person}/{from}',
  summary: 'Remove the working week that a person has from a day on; the one before it holds again',
  input: z.strictObject({ ...person, from: day }),
  output: changed,
})

export const addDayOff = endpoint({
  id: 'working-times.add_day_off',
  method: 'POST',
  path: '/groups/{group}/days-off',
  summary: 'Add a day on which the whole group is off',
  input: z.strictObject({ ...inGroup, day, name: line(80) }),
  output: changed,
})

export const removeDayOff = endpoint({
  id: 'working-times.remove_day_off',
  method: 'DELETE',
  path: '/groups/{group}/days-off/{day}',
  summary: 'Remove a day off of the group',
  input: z.strictObject({ ...inGroup, day }),
  output: changed,
})

const named = { code: z.string(), name: z.string() }

export const listCountries = endpoint({
  id: 'working-times.countries',
  method: 'GET',
  path: '/countries',
  summary: 'The countries and regions whose public holidays are known',
  access: 'signed_in',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ ...named, regions: z.array(z.strictObject(named)) })),
  }),
})

export const workingTimeEndpoints = [
  listWorkingTimes,
  setWorkingTime,
  removeWorkingTime,
  addDayOff,
  removeDayOff,
  listCountries,
] satisfies Endpoint[]
