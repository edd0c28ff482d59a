import { expect, test } from 'vitest'
import type { Place } from '#lib/domain/working-times.ts'
import { listCountries, publicHolidays, whyNotPlace } from './holidays.ts'

const named = async (country: string, region: string, from: string, to = from) =>
  [...(await publicHolidays({ country, region }, from, to)).values()].map(
    ({ day, name, half }) => `${day}${half ? ' from noon' : ''} ${name}`,
  )

test('every country and region of the list tells its holidays of 2026', async () => {
  const countries = await listCountries()
  expect(countries.length).toBeGreaterThanOrEqual(200)
  const places = countries.flatMap(({ code, regions }): Place[] =>
    ['', ...regions.map((region) => region.code)].map((region) => ({ country: code, region })),
  )
  expect(new Set(places.map(({ country, region }) => `${country} ${region}`)).size).toBe(places.length)
  for (const place of places) {
    const holidays = await publicHolidays(place, '2026-01-12', '2026-12-31')
    const tells = `${place.country} ${place.region}`
    expect(
      [...holidays.keys()].every((day) => /^2026-\d\d-\d\d$/.test(day)),
      tells,
    ).toBe(true)
    expect(
      [...holidays.values()].every(({ name }) => name !== ''),
      tells,
    ).toBe(true)
  }
  const without = []
  for (const { code } of countries) {
    if ((await publicHolidays({ country: code, region: '' }, '2026-01-12', '2026-12-31')).size === 0)
      without.push(code)
  }
  expect(without, 'every country has public holidays').toEqual([])
})

test('countries and regions bear English names', async () => {
  const countries = await listCountries()
  const germany = countries.find(({ code }) => code === 'DE')
  expect(germany?.name).toBe('Germany')
  expect(germany?.regions.map(({ code }) => code)).toContain('BY-A')
  const states = countries.find(({ code }) => code === 'US')?.regions
  expect(states?.find(({ code }) => code === 'TX')?.name).toBe('Texas')
  expect(countries.find(({ code }) => code === 'IT')?.name).toBe('Italy')
})

test('a region has its own holidays beside those of its country, and a part of it its own', async () => {
  expect(await named('DE', '', '2026-01-06')).toEqual([])
  expect(await named('DE', 'BY', '2026-01-06')).toEqual(['2026-01-06 Epiphany'])
  expect(await named('DE', 'BY', '2026-08-08')).toEqual([])
  expect(await named('DE', 'BY-A', '2026-08-08')).toHaveLength(1)
})

test('a holiday on a weekend is told with the day that is off instead', async () => {
  expect(await named('US', '', '2026-07-03', '2026-07-04')).toEqual([
    '2026-07-03 Independence Day (substitute day)',
    '2026-07-04 Independence Day',
  ])
})

test('a holiday of several days is told for each, also over the end of a year', async () => {
  expect(await named('KR', '', '2026-02-16', '2026-02-20')).toHaveLength(3)
  expect(await named('SZ', '', '2027-01-02')).toHaveLength(1)
})

test('a holiday that begins at noon is half a day', async () => {
  expect(await named('IS', '', '2026-12-24', '2026-12-25')).toEqual([
    '2026-12-24 from noon Christmas Eve',
    '2026-12-25 Christmas Day',
  ])
})

test('what is a bank holiday or an observance alone is a day like others', async () => {
  expect(await named('US', '', '2026-02-14')).toEqual([])
})

test('no country has no holidays, and an unknown one is refused with its name', async () => {
  expect(await named('', '', '2026-12-25')).toEqual([])
  expect(await whyNotPlace({ country: '', region: '' })).toBeNull()
  expect(await whyNotPlace({ country: 'DE', region: 'BY' })).toBeNull()
  expect((await whyNotPlace({ country: 'QQ', region: '' }))?.because).toContain('“QQ”')
  expect((await whyNotPlace({ country: 'DE', region: 'TX' }))?.because).toContain('“TX” of “DE”')
})
