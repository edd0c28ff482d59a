/** A candidate as the order of the PM sees it: what slipped lies apart, above all others. */
export type Ordered = { ref: number; hasSlipped: boolean; pm: number | null }
export type Neighbour = { after: number | null; before: number | null }

/**
 * Beside which candidate one is placed that shall lie at a place of the list: right behind the one above it that the PM
 * has placed, or else right before the one below. Null where there is no other candidate.
 *
 * @param index of the others, how many lie above it
 */
export function neighbourAt(list: readonly Ordered[], ref: number, index: number): Neighbour | null {
  const moved = list.find((one) => one.ref === ref)
  const others = list.filter((one) => one.ref !== ref)
  if (!moved || others.length === 0) return null
  const isPlaced = ({ pm, hasSlipped }: Ordered) => pm !== null && hasSlipped === moved.hasSlipped
  const above = others.slice(0, index).findLast(isPlaced)
  if (above) return { after: above.ref, before: null }
  const below = others.slice(index).find(isPlaced)
  if (below) return { after: null, before: below.ref }
  const last = others.filter(({ pm }) => pm !== null).at(-1)
  if (last) return { after: last.ref, before: null }
  return { after: null, before: others[0]?.ref ?? null }
}

/** The place among the others to which one step leads; null where the order of the PM has none in that direction. */
export function stepTo(list: readonly Ordered[], ref: number, step: -1 | 1): number | null {
  const at = list.findIndex((one) => one.ref === ref)
  const moved = list[at]
  if (!moved) return null
  const isPlaced = ({ pm, hasSlipped }: Ordered) => pm !== null && hasSlipped === moved.hasSlipped
  if (step < 0) {
    const above = list.slice(0, at).findLastIndex(isPlaced)
    // what had no place gets the last one first
    if (moved.pm === null) return above < 0 ? at : above + 1
    return above < 0 ? null : above
  }
  const below = moved.pm === null ? -1 : list.findIndex((one, other) => other > at && isPlaced(one))
  return below < 0 ? null : below
}
