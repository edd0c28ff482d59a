/**
 * Where this device kept the latest draft of an earlier week that never reached the server; null without one. Places sort as
 * their weeks do.
 *
 * @param now of the week that runs
 */
export const leftPlace = (places: readonly string[], now: string): string | null =>
  places.filter((place) => place.length === now.length && place < now).at(-1) ?? null
