/**
 * Requests whose page could not be read because the database is away, by their number. Whoever draws a page has no say
 * in its status; the server in front, which sends it, looks here. Kept where every copy of this module finds it.
 */
declare global {
  var saydoAway: Set<string> | undefined
}

const away = (): Set<string> => (globalThis.saydoAway ??= new Set())

export const noteAway = (request: string): void => void away().add(request)
export const isAway = (request: string): boolean => away().has(request)
export const forgetAway = (request: string): void => void away().delete(request)
