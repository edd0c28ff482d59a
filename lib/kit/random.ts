/** Random choices that fall the same way every time for the same seed: two first runs have the same history. */
export type Random = {
  /** At least 0, below 1. */
  next: () => number
  /** At least `low`, below `high`. */
  between: (low: number, high: number) => number
  /** True in so many of a hundred cases. */
  percent: (of: number) => boolean
  /** @throws when there is nothing to choose from */
  pick: <T>(from: readonly T[]) => T
}

export function randomFrom(seed: string): Random {
  const numberAt = numbersFrom(seed)
  let place = 0
  const next = () => numberAt((place += 1))
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    percent: (of) => next() * 100 < of,
    pick: (from) => {
      const chosen = from[Math.floor(next() * from.length)]
      if (chosen === undefined) throw new Error('There is nothing to choose from.')
      return chosen
    },
  }
}

/**
 * The same choices, each by its place: one that is left out moves none of the others.
 *
 * @returns at least 0, below 1, for a whole number from 0 to 2³² - 1
 */
export function numbersFrom(seed: string): (place: number) => number {
  let start = 2_166_136_261
  for (const letter of seed) start = Math.imul(start ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  /** A Weyl sequence, its bits mixed twice. */
  return (place) => {
    const state = (start + Math.imul(place, 0x9e37_79b9)) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
  }
}
