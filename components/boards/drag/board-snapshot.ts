import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { laneFinder } from '#lib/domain/boards.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import type { Lane } from '#components/boards/view/arrange.ts'
import type { Lookups } from '#components/lookups/card-names.ts'
import { keyOf } from '#components/boards/view/grouping.ts'
import type { Grouping, Swimlane } from '#components/boards/view/grouping.ts'

/** The board as it was last rendered, for the person who acts on it. */
export type BoardSnapshot = {
  group: string
  view: BoardView
  cards: readonly Card[]
  lanes: readonly Lane[]
  grouping: Grouping
  swimlanes: readonly Swimlane[]
  /** Groups of which only the head is shown. */
  folded: readonly string[]
  names: Lookups
  actor: Actor & { handle: string }
}

export const cardOf = (snapshot: BoardSnapshot, ref: number): Card | null =>
  snapshot.cards.find((card) => card.ref === ref) ?? null

export const laneOfCard = (snapshot: BoardSnapshot, card: Card): LaneId =>
  laneFinder(snapshot.view.columns, snapshot.view.labels)(card)

export const laneById = (snapshot: BoardSnapshot, id: LaneId): Lane | null =>
  snapshot.lanes.find((lane) => lane.id === id) ?? null

/** The group that a card belongs to, '' where cards are not grouped. */
export const sectionOf = ({ grouping }: BoardSnapshot, card: Card): string =>
  grouping === 'none' ? '' : keyOf(card, grouping)

/** The cards of a lane as they are shown, without the one that moves. */
export const othersIn = (snapshot: BoardSnapshot, lane: LaneId, ref: number): readonly Card[] =>
  (laneById(snapshot, lane)?.cards ?? []).filter((card) => card.ref !== ref)

/**
 * Where cards are grouped, a place counts among those of one group, unless told the card's own: between which cards of
 * other groups it lies says nothing about its rank.
 */
export function placeAmong(
  snapshot: BoardSnapshot,
  lane: LaneId,
  card: Card,
  index: number | null,
  section: string = sectionOf(snapshot, card),
) {
  const rows = (laneById(snapshot, lane)?.rows ?? []).flatMap((row) =>
    row.kind === 'card' && row.card.ref !== card.ref ? [row] : [],
  )
  const first = rows.findIndex((row) => row.section === section)
  const mates = rows.filter((row) => row.section === section).map((row) => row.card)
  const apart = index === null || first < 0 || index < first || index > first + mates.length
  return apart ? { others: rows.map((row) => row.card), index } : { others: mates, index: index - first }
}

/** What a group is called; null where cards are not grouped. */
export const sectionTitle = ({ swimlanes }: BoardSnapshot, section: string): string | null =>
  swimlanes.find(({ key }) => key === section)?.title ?? null
