import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, NO_COLUMN } from '#lib/domain/boards.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import { rankBetween } from '#lib/domain/rank.ts'

/**
 * Where a card goes: a lane and how many of its cards stay above; null leaves the place to the card's rank. `section` is
 * the group that it enters, where it shall not stay in its own.
 */
export type Place = {
  lane: LaneId
  index: number | null
  section?: string
  /** Of several cards each stays in its own column. */
  eachInItsLane?: true
}

export type Neighbours = { after?: number | null; before?: number | null }

/** The two lanes beside the columns keep no order of their own. */
export const keepsOrder = (lane: LaneId): boolean => lane !== NO_COLUMN && lane !== CLOSED

/** Servers are told neighbours, never positions: two people moving at once cannot corrupt the order. */
export function neighboursAt(others: readonly Card[], index: number | null): Neighbours {
  if (index === null) return {}
  const [above, below] = [others[index - 1], others[index]]
  if (!above && !below) return {}
  return { after: above?.ref ?? null, before: below?.ref ?? null }
}

/** The rank that the server will give, near enough to show the card in its place until the answer is here. */
export function predictedRank(card: Card, others: readonly Card[], index: number | null): string {
  if (index === null) return card.rank
  const [above, below] = [others[index - 1]?.rank ?? null, others[index]?.rank ?? null]
  if (above === null && below === null) return card.rank
  if (above !== null && below !== null && above >= below) return card.rank
  return rankBetween(above, below)
}

/** The place that a card's rank gives it among others, for telling where it will lie. */
export function indexByRank(card: Pick<Card, 'rank'>, others: readonly Card[]): number {
  const at = others.findIndex(({ rank }) => rank > card.rank)
  return at < 0 ? others.length : at
}
