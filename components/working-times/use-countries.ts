'use client'

import { useQuery } from '@tanstack/react-query'

import { listCountries } from '#lib/contract/working-times.ts'
import { reading } from '#lib/http/query.ts'

type Choices = readonly (readonly [value: string, label: string])[]

/**
 * The countries and regions to choose from. Until the list has arrived there is what is chosen, by the words that are known
 * of it.
 */
export function useCountries(chosen: { country: string; region: string; place: string }) {
  const countries = useQuery(reading(listCountries, {})).data?.items
  const { country, region, place } = chosen
  const [nameOfCountry = country, ...rest] = place.split(', ')
  const known: Choices = country ? [[country, nameOfCountry]] : []
  const knownRegion: Choices = region ? [[region, rest.join(', ') || region]] : []
  const within = (code: string) => countries?.find((one) => one.code === code)?.regions
  return {
    countries: countries?.map(({ code, name }) => [code, name] as const) ?? known,
    regionsOf: (code: string): Choices =>
      within(code)?.map((one) => [one.code, one.name] as const) ?? (code === country ? knownRegion : []),
    /** The region, where the country has it. */
    regionIn: (code: string, wanted: string) =>
      countries && !within(code)?.some((one) => one.code === wanted) ? '' : wanted,
  }
}
