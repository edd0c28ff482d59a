import { wallClock } from '#components/live/wall-clock.ts'
import { nextVisit, type Visit } from '#lib/domain/briefs.ts'

const keyOf = (page: string) => `saydo.visit.${page}`

const looked = new Map<string, string | null>()

/** The same for as long as the page is open. */
export function lookOnce(page: string): string | null {
  const known = looked.get(page)
  if (known !== undefined) return known
  const since = lookAt(page, wallClock())
  looked.set(page, since)
  return since
}

/**
 * When this browser showed a page before, in ISO 8601; null in a first visit, and where the browser keeps nothing. It is kept
 * in the browser alone and sent nowhere.
 */
export function lookAt(page: string, now: number): string | null {
  const visit = nextVisit(kept(page), now)
  try {
    localStorage.setItem(keyOf(page), JSON.stringify(visit))
  } catch {}
  return visit.since === null ? null : new Date(visit.since).toISOString()
}

function kept(page: string): Visit | null {
  try {
    const visit: unknown = JSON.parse(localStorage.getItem(keyOf(page)) ?? 'null')
    return isVisit(visit) ? visit : null
  } catch {
    return null
  }
}

const isVisit = (value: unknown): value is Visit =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  isTime(value.at) &&
  'since' in value &&
  (value.since === null || isTime(value.since))

/** What a Date can hold. */
const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15
