/** Chance that falls the same way every time for the same seed, so that two first runs tell the same story. */
export type Chance = {
  /** At least `low`, below `high`. */
  between: (low: number, high: number) => number
  /** True in so many of a hundred cases. */
  percent: (of: number) => boolean
  /** @throws when there is nothing to choose from */
  pick: <T>(from: readonly T[]) => T
}

export function chanceOf(seed: string): Chance {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  /** A Weyl sequence, its bits mixed twice. */
  const next = () => {
    state = (state + 0x9e37_79b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
  }
  return {
    between: (low, high) => low + next() * (high - low),
    percent: (of) => next() * 100 < of,
    pick: (from) => {
      const chosen = from[Math.floor(next() * from.length)]
      if (chosen === undefined) throw new Error('There is nothing to choose from.')
      return chosen
    },
  }
}
