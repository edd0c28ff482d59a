'use client'

import { useSearchParams } from 'next/navigation'

/** What is chosen of a few values, kept in the address; the first one unless the address says otherwise. */
export function useChoice<T extends string>(
  name: string,
  values: readonly [T, ...T[]],
): [T, (value: T) => void] {
  const asked = useSearchParams().get(name)
  const usual = values[0]
  const value = values.find((one) => one === asked) ?? usual
  return [value, (next) => writeAddress({ [name]: next === usual ? null : next })]
}

type Change = Record<string, string | null>

/** Writes into the query of the address, and leaves the rest of it alone; `isStep` can be left with the browser's Back. */
export function writeAddress(change: Change, { isStep = false } = {}): void {
  const address = `${location.pathname}${queryWith(location.search, change)}`
  if (isStep) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}

/** A query with other values; null takes one away. */
export function queryWith(search: string, change: Change): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return query.size > 0 ? `?${query}` : ''
}
