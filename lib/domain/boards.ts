import type { LabelFact } from './labels.ts'
import { typeOf, typeOfLabel } from './labels.ts'
import { may } from './permissions.ts'
import type { Actor } from './permissions.ts'
import type { Order } from './rank.ts'
import { sumWeights, weightOf } from './weight.ts'

export const BOARD_KINDS = ['planning', 'build', 'next-1-3', 'next-4-6', 'custom'] as const
export type BoardKind = (typeof BOARD_KINDS)[number]

/** Handbook: the Planning Board is "curated": its order is its own, and all other boards share one. */
export const orderOf = (kind: BoardKind): Order => (kind === 'planning' ? 'planning' : 'group')

/** A column stands for one label. */
export type Column = { id: string; title: string; labelId: string }

/** A column's id, or one of the two lanes every board has. */
export type LaneId = string
export const NO_COLUMN = 'none'
export const CLOSED = 'closed'

export type CardState = { state: 'open' | 'closed'; labelIds: readonly string[] }
/** `milestoneId: null` filters by no milestone: such a board shows the issues of all of them. */
export type BoardFilter = { milestoneId: string | null; labelIds: readonly string[] }

/**
 * Sorts cards into lanes; ask once per list of columns, then once per card. A column that stands for a type of work holds
 * what has that type, be it said by its label or implied by a sub-type; `labels` tell which.
 */
export function laneFinder(
  columns: readonly Column[],
  labels: readonly LabelFact[],
): (card: CardState) => LaneId {
  const placeOf = new Map<string, number>()
  for (const [place, { labelId }] of columns.entries()) if (!placeOf.has(labelId)) placeOf.set(labelId, place)
  const placeOfType = typePlaces(columns, labels)
  return (card) => {
    if (card.state === 'closed') return CLOSED
    let first = placeOfType(card)
    for (const labelId of card.labelIds) first = Math.min(first, placeOf.get(labelId) ?? first)
    return columns[first]?.id ?? NO_COLUMN
  }
}

/** In which column, by its place, a card lies for the type that its sub-type implies; behind all columns without one. */
function typePlaces(columns: readonly Column[], labels: readonly LabelFact[]): (card: CardState) => number {
  const typed = new Map(labels.flatMap((label) => (typeOfLabel(label) === null ? [] : [[label.id, label]])))
  const placeOf = new Map<string, number>()
  for (const [place, { labelId }] of columns.entries()) {
    const meaning = typed.get(labelId)?.meaning
    if (meaning && !placeOf.has(meaning)) placeOf.set(meaning, place)
  }
  if (placeOf.size === 0) return () => columns.length
  return ({ labelIds }) =>
    placeOf.get(`type.${typeOf(labelIds.flatMap((id) => typed.get(id) ?? []))}`) ?? columns.length
}

/** Nothing vanishes: an open card that fits no column lies in `NO_COLUMN`, a closed one in `CLOSED`. */
export function laneOf(card: CardState, columns: readonly Column[], labels: readonly LabelFact[]): LaneId {
  return laneFinder(columns, labels)(card)
}

/** All cards, lane by lane, each lane in the order given; every lane of the board is there, also the empty ones. */
export function deal<C extends CardState>(
  cards: readonly C[],
  columns: readonly Column[],
  labels: readonly LabelFact[],
): Map<LaneId, C[]> {
  const lanes = new Map<LaneId, C[]>(
    [NO_COLUMN, ...columns.map(({ id }) => id), CLOSED].map((id) => [id, []]),
  )
  const find = laneFinder(columns, labels)
  for (const card of cards) lanes.get(find(card))?.push(card)
  return lanes
}

/** Handbook › Planning and Delivery Boards: the "Filters" of a board are a milestone and labels, all at once. */
export function onBoard(
  card: { milestoneId: string | null; labelIds: readonly string[] },
  filter: BoardFilter,
): boolean {
  if (filter.milestoneId !== null && card.milestoneId !== filter.milestoneId) return false
  return filter.labelIds.every((id) => card.labelIds.includes(id))
}

/** Handbook › Planning Board: "a curated list of issues by category", so that not everybody orders it. */
export const mayOrder = (actor: Actor, kind: BoardKind): boolean =>
  kind !== 'planning' || may(actor, 'planning.order')

/** The header of a lane: count, sum of weights, how many have none. */
export const sumsOf = sumWeights

export type WipLimit = { by: 'count' | 'weight'; max: number }

/** A soft limit: it is shown as 6/5, and stops no move. */
export function overLimit(sums: { count: number; weight: number }, limit: WipLimit | null): boolean {
  return limit !== null && sums[limit.by] > limit.max
}

/**
 * Handbook › Planning Board: "It can be overloaded with issues; the excess is moved to the next milestone or to the
 * Next 1-3 Milestones board". The index of the first card below the line where the weights reach the capacity (in
 * weight); null when nothing lies below.
 */
export function waterline(
  cards: readonly { weight: number | null; split?: boolean }[],
  capacity: number,
): number | null {
  let sum = 0
  for (const [index, card] of cards.entries()) {
    const weight = weightOf(card)
    sum += weight
    if (sum > capacity || sum - weight >= capacity) return index
  }
  return null
}
