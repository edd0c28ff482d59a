import { FIRST_DAY, LAST_DAY } from '#lib/domain/days.ts'
import { type Holiday, noSuchPlace, type Place, placeKey } from '#lib/domain/working-times.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** The library holds the rules of all countries, 40 MB once it is read: it waits until a group has a country. */
const library = () => (loaded ??= import('date-holidays').then((all) => all.default))
let loaded: Promise<typeof import('date-holidays').default> | undefined

export type Region = { code: string; name: string }
export type Country = { code: string; name: string; regions: Region[] }

let countries: Promise<Country[]> | undefined

/**
 * Every country whose public holidays are known, with its regions and their parts (“BY-A”), by English names; a
 * region that has none by its own.
 */
export const listCountries = (): Promise<Country[]> => (countries ??= readCountries())

async function readCountries(): Promise<Country[]> {
  const known = new (await library())()
  const titles = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return Object.entries(known.getCountries('en'))
    .map(([code, name]) => ({ code, name: titles.of(code) ?? name, regions: regionsOf(known, code) }))
    .toSorted(byName)
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en')

type Named = Record<string, string> | undefined
type Known = {
  getStates: (country: string, lang: string) => Named
  getRegions: (country: string, state: string, lang: string) => Named
}

function regionsOf(known: Known, country: string): Region[] {
  const states = Object.entries(known.getStates(country, 'en') ?? {}).map(([code, name]) => ({ code, name }))
  return states.toSorted(byName).flatMap((state) => {
    const parts = Object.entries(known.getRegions(country, state.code, 'en') ?? {})
    const named = parts.map(([code, name]) => ({
      code: `${state.code}-${code}`,
      name: `${state.name}, ${name}`,
    }))
    return [state, ...named.toSorted(byName)]
  })
}

/** Why a person or a group cannot be there; null also for no country at all. */
export async function whyNotPlace(place: Place): Promise<Refusal | null> {
  if (place.country === '') return null
  const country = (await listCountries()).find(({ code }) => code === place.country)
  if (!country) return noSuchPlace(place, 'country')
  const known = place.region === '' || country.regions.some(({ code }) => code === place.region)
  return known ? null : noSuchPlace(place, 'region')
}

/** Where that is, in words: “Germany, Bavaria”; empty for no country. */
export async function placeName({ country, region }: Place): Promise<string> {
  if (country === '') return ''
  const found = (await listCountries()).find(({ code }) => code === country)
  const within = found?.regions.find(({ code }) => code === region)
  return [found?.name ?? country, within?.name ?? region].filter(Boolean).join(', ')
}

/** By place and year, the latest last; as many as a few groups all over the world look at. */
const years = new Map<string, Holiday[]>()
const MOST_YEARS = 600

/**
 * The public holidays of a place that touch days from the first to the last, both included, by day; none where the place is
 * unknown. A holiday of several days is told for each; one that begins about noon is half a day.
 */
export async function publicHolidays(
  place: Place,
  from: PlainDate,
  to: PlainDate,
): Promise<Map<PlainDate, Holiday>> {
  const found = new Map<PlainDate, Holiday>()
  if (place.country === '') return found
  // A feast that begins in the last days of a year ends in the next.
  const first = Math.max(Number(FIRST_DAY.slice(0, 4)), Number(addDays(from, -LONGEST_FEAST).slice(0, 4)))
  const last = Math.min(Number(LAST_DAY.slice(0, 4)), Number(to.slice(0, 4)))
  for (let year = first; year <= last; year += 1) {
    for (const holiday of await inYear(place, year)) {
      const known = found.get(holiday.day)
      const within = from <= holiday.day && holiday.day <= to
      if (within && (!known || (known.half && !holiday.half))) found.set(holiday.day, holiday)
    }
  }
  return found
}

async function inYear(place: Place, year: number): Promise<Holiday[]> {
  const key = `${placeKey(place)} ${year}`
  const known = years.get(key) ?? (await computed(place, year))
  years.delete(key)
  years.set(key, known)
  const [oldest] = years.keys()
  if (years.size > MOST_YEARS && oldest !== undefined) years.delete(oldest)
  return known
}

async function computed(place: Place, year: number): Promise<Holiday[]> {
  const Holidays = await library()
  const at = place.region.indexOf('-')
  const [state, part] = at < 0 ? [place.region] : [place.region.slice(0, at), place.region.slice(at + 1)]
  const calendar = new Holidays(
    { country: place.country, ...(state && { state }), ...(part && { region: part }) },
    { types: ['public'] },
  )
  return calendar.getHolidays(year, 'en').flatMap(daysOfHoliday)
}

const HOUR = 3_600_000
/** In days, with some to spare. */
const LONGEST_FEAST = 10

/** `date` is the clock of the place; a day that is covered for two thirds is whole, for a quarter it is half. */
function daysOfHoliday(found: { date: string; start: Date; end: Date; name: string }): Holiday[] {
  const [first, began] = [found.date.slice(0, 10), Number(found.date.slice(11, 13))]
  const days: Holiday[] = []
  let left = (found.end.getTime() - found.start.getTime()) / HOUR
  for (let day = first, from = began; left > 0; day = addDays(day, 1), from = 0) {
    const hours = Math.min(24 - from, left)
    left -= hours
    if (hours >= 6) days.push({ day, name: found.name, half: hours < 16 })
  }
  return days
}
