/** Text that lines may cross stays readable. */
export const HALO = 'stroke-surface [paint-order:stroke] [stroke-width:4px] [stroke-linejoin:round]'

/** Moves labels apart, so that each keeps its line as near to its value as the others allow; from top to bottom. */
export function spread<T extends { y: number }>(labels: readonly T[], gap = 15): T[] {
  const placed: T[] = []
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1)
    placed.push({ ...label, y: above ? Math.max(label.y, above.y + gap) : label.y })
  }
  return placed
}

/** A piece of a line, along an axis or across. */
export type Stroke = { x1: number; y1: number; x2: number; y2: number }
/** What a text covers. */
type Block = { left: number; right: number; top: number; bottom: number }

/** `isEnd`: the text ends there. */
type Baseline = { x: number; y: number; isEnd?: boolean }

/** How wide a text is at most, in the size and the weight of labels. */
const widthOfText = (text: string): number => text.length * 6.8

/** What a line of text covers, by its baseline. */
export const blockOf = (text: string, { x, y, isEnd = false }: Baseline): Block => {
  const width = widthOfText(text)
  return { left: isEnd ? x - width : x, right: isEnd ? x : x + width, top: y - 10, bottom: y + 3 }
}

const meets = (block: Block, { x1, y1, x2, y2 }: Stroke): boolean =>
  Math.max(x1, x2) > block.left &&
  Math.min(x1, x2) < block.right &&
  Math.max(y1, y2) > block.top &&
  Math.min(y1, y2) < block.bottom

const reachesOut = (block: Block, within: Block): boolean =>
  block.left < within.left ||
  block.right > within.right ||
  block.top < within.top ||
  block.bottom > within.bottom

/**
 * Of the places where a label can stand, the first at which no line crosses it and it stays within the drawing; where there
 * is none, the one that meets the fewest.
 */
export function clearest<P extends { blocks: readonly Block[] }>(
  places: readonly [P, ...P[]],
  strokes: readonly Stroke[],
  within: Block,
): P {
  const harm = ({ blocks }: P) =>
    blocks.reduce(
      (sum, block) =>
        sum + strokes.filter((stroke) => meets(block, stroke)).length + (reachesOut(block, within) ? 100 : 0),
      0,
    )
  let [best] = places
  let least = harm(best)
  for (const place of places) {
    const own = harm(place)
    if (own < least) [best, least] = [place, own]
  }
  return best
}
