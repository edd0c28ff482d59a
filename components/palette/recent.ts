import type { Place } from './nav-items.ts'

const KEPT = 6
const keyOf = (group: string) => `saydo.recent.${group}`

export type Visit = Pick<Place, 'title' | 'href'>

/** Where one was, the last first, on this computer alone. */
export function recentPlaces(group: string): Visit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(group)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isVisit) : []
  } catch {
    return []
  }
}

export function remember(group: string, visit: Visit) {
  const others = recentPlaces(group).filter(({ href }) => href !== visit.href)
  try {
    localStorage.setItem(keyOf(group), JSON.stringify([visit, ...others].slice(0, KEPT + 1)))
  } catch {
    // a browser that keeps nothing has no recent places
  }
}

function isVisit(value: unknown): value is Visit {
  if (typeof value !== 'object' || value === null || !('title' in value) || !('href' in value)) return false
  return typeof value.title === 'string' && typeof value.href === 'string' && value.href.startsWith('/')
}
