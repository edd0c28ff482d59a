/** The addresses of pages that can be looked at as they were. */
const PAGES = /^\/[^/]+\/(boards\/[^/]+|issues|ownership|say-do|milestones\/[^/]+\/(capacity|say-do))$/

/** Whether the page at a path has a past. */
export const canLookBack = (path: string): boolean => PAGES.test(path)

/** Issues have no past: they are shown as they are now. */
export const isIssuePage = (path: string): boolean => /^\/[^/]+\/issues\/\d+$/.test(path)

/** A day, which stands for its end in the zone of the group, or an instant in ISO 8601. */
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d[\d:.]*Z)?$/

/** The moment that `at` of a query names; null where it names none. */
export const momentAsked = (at: string | string[] | null | undefined): string | null =>
  typeof at === 'string' && MOMENT.test(at) && !Number.isNaN(Date.parse(at)) ? at : null

export const momentIn = (query: Pick<URLSearchParams, 'get'>): string | null => momentAsked(query.get('at'))

/** The moment that an address shows; null for now, and on a page that has no past. */
export const pastIn = (path: string, query: Pick<URLSearchParams, 'get'>): string | null =>
  canLookBack(path) ? momentIn(query) : null

/** As a part of what a read is asked for, or of a query. */
export const momentOf = (at: string | null): { at?: string } => (at === null ? {} : { at })
