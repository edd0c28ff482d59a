/**
 * Requests whose page is another answer than it looks, by their number: the database is away, or it was asked for too often.
 * What draws a page has no say in its status; the server in front, which sends it, looks here. Kept where every copy of
 * this module finds it.
 */
declare global {
  var saydoAway: Map<string, Away> | undefined
}

/** `retryAfter` in seconds. */
export type Away = { status: 429 | 503; retryAfter: number }

const away = (): Map<string, Away> => (globalThis.saydoAway ??= new Map())

export const noteAway = (request: string, how: Away = { status: 503, retryAfter: 2 }): void =>
  void away().set(request, how)
export const awayOf = (request: string): Away | null => away().get(request) ?? null
export const forgetAway = (request: string): void => void away().delete(request)
