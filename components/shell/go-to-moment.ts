import { atNow, lookBack } from './past.ts'

/** Shows another moment, or now. From one day to the next is no step that Back would return from: it replaces. */
export function goToMoment(at: string | null, how: 'push' | 'replace' = 'push') {
  const url = location.pathname + withMoment(location.search, at)
  // a page that was not there is only drawn again when it is asked for again
  if (document.querySelector('[data-missing]')) location.assign(url)
  else if (how === 'push') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
}

export function backToNow() {
  lookBack.set({ isOpen: false })
  if (atNow() !== null) goToMoment(null)
}

/** The query of an address with another moment, or with none; all else stays as it is written. */
export function withMoment(search: string, at: string | null): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('at='))
  const query = at === null ? kept : [...kept, `at=${at}`]
  return query.length === 0 ? '' : `?${query.join('&')}`
}
