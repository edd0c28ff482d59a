import type { LaneId } from '#lib/domain/boards.ts'
import { cardsIn, freeLanes, type Dealt } from './board.ts'

/** A card, the lane that it goes to, and the card behind which it will lie. */
export type Errand = { ref: number; to: LaneId; after: number | null }

/** One of several who move cards on one board at once: no two of them ever touch the same card. */
export type Share = { nth: number; of: number }

/** Sends cards to and fro between two lanes, one after the other, for as long as it is asked. */
export function errands(view: Dealt, { nth, of }: Share): () => Errand {
  const lanes = freeLanes(view)
  const refs = lanes.map((lane) => cardsIn(view, lane))
  // The first card of each fifty stays, so that the others have a neighbour to lie behind.
  const stays = (at: number) => at % 50 === 0
  const neighbours = refs.map((lane) => lane.filter((_, at) => stays(at)))
  const mine = refs.flatMap((lane, side) =>
    lane.filter((_, at) => !stays(at) && at % of === nth).map((ref) => ({ ref, side })),
  )
  let turn = 0
  return () => {
    const card = mine[turn % mine.length]
    if (!card) throw new Error('There are no cards to move.')
    card.side = 1 - card.side
    const [to = '', behind = []] = [lanes[card.side], neighbours[card.side]]
    const after = behind[(turn + nth) % behind.length] ?? null
    turn += 1
    return { ref: card.ref, to, after }
  }
}
