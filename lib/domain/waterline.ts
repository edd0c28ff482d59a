import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { waterline } from './boards.ts'
import type { CloseReason } from './issues.ts'
import { compareRanks } from './rank.ts'
import { weightOf } from './weight.ts'

type Candidate = {
  ref: number
  state: 'open' | 'closed'
  closeReason: CloseReason | null
  weight: number | null
  split: boolean
  rank: string
}

/** What lies on the board beside the cards that the reader sees: it takes its share of the capacity all the same. */
type Unseen = { tally: { doneWeight: number }; queue: readonly { rank: string; weight: number }[] }
const NOTHING: Unseen = { tally: { doneWeight: 0 }, queue: [] }

/**
 * The open issues that find no capacity left, by number: all columns are counted together, in the order of the board,
 * and what is done has taken its share already. None where the capacity (in weight) is not known.
 */
export function belowWaterline(
  cards: readonly Candidate[],
  capacity: number | null,
  unseen: Unseen = NOTHING,
): number[] {
  if (capacity === null) return []
  const done = cards.filter(({ closeReason }) => closeReason === 'done')
  const spent = done.reduce((sum, card) => sum + weightOf(card), unseen.tally.doneWeight)
  const seen = cards.filter(({ state }) => state === 'open')
  const open = merged(seen, unseen.queue)
  const at = waterline(open, Math.max(0, capacity - spent))
  return at === null ? [] : open.slice(at).flatMap((card) => ('ref' in card ? [card.ref] : []))
}

/** Both are in the order of the board already. */
function merged(seen: readonly Candidate[], queue: Unseen['queue']) {
  if (queue.length === 0) return seen
  return [...seen, ...queue].toSorted((a, b) => compareRanks(a.rank, b.rank))
}

type Place = {
  slug: string
  title: string
  shelf: string | null
  startOn: PlainDate | null
  dueOn: PlainDate | null
  closed: boolean
}

/**
 * Handbook › Planning Board: "It can be overloaded with issues; the excess is moved to the next milestone or to the
 * Next 1-3 Milestones board". Where it can go from the milestone shown: what starts first after it, and that shelf.
 */
export function placesForExcess<P extends Place>(milestones: readonly P[], shown: P | null): P[] {
  const end = shown?.dueOn ?? null
  if (end === null) return []
  const later = milestones.filter(({ startOn, closed }) => startOn !== null && startOn > end && !closed)
  const [next] = later.toSorted((a, b) => ((a.startOn ?? '') < (b.startOn ?? '') ? -1 : 1))
  const shelf = milestones.find((one) => one.shelf === 'next-1-3' && !one.closed)
  return [next, shelf].filter((one) => one !== undefined)
}

/** What stops the excess of a board from going to a milestone, for every role. */
export function whyNotMoveExcess(
  places: readonly Pick<Place, 'slug' | 'title'>[],
  to: string,
): Refusal | null {
  if (places.some(({ slug }) => slug === to)) return null
  const where = places.map(({ title }) => title).join(' or to ')
  const because = where
    ? `Cards below the line can move to ${where}.`
    : 'This board has no waterline: its milestone has no dates.'
  return { code: 'not_for_excess', because }
}
