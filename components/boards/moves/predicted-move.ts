import type { Card } from '#lib/contract/issues.ts'
import { labelsMoved, planMove } from '#lib/domain/board-moves.ts'
import { afterChange } from '#lib/domain/labels.ts'

import type { Extras } from '#components/boards/view/board-store.ts'
import { labelsOf } from '#components/lookups/card-names.ts'
import { entryOf } from './entry.ts'
import { asksForNeed, moveOf } from './move-rules.ts'
import { predictedRank } from '#components/boards/drag/drop-position.ts'
import type { Place } from '#components/boards/drag/drop-position.ts'
import { placeAmong } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'

/** What a card will look like when it lies there. */
export function predictedMove(
  snapshot: BoardSnapshot,
  card: Card,
  { lane, index, section }: Place,
  extras: Extras,
): Partial<Card> {
  const among = placeAmong(snapshot, lane, card, index, section)
  const rank = predictedRank(card, among.others, among.index)
  const move = moveOf(snapshot, card, lane)
  const plan = planMove(card, move.from, lane, move.columns, move.labels)
  const held = labelsOf(card, snapshot.names)
  const labelIds = afterChange(held, labelsMoved(held, plan, snapshot.view.labels)).map(({ id }) => id)
  const blocked = asksForNeed(snapshot, card, lane) ? (extras.blocked ?? { need: '', from: '' }) : null
  return {
    rank,
    labelIds,
    state: plan.close ? 'closed' : plan.reopen ? 'open' : card.state,
    closeReason: plan.close ? (extras.closeReason ?? 'done') : plan.reopen ? null : card.closeReason,
    ...(move.from === lane ? {} : { blocked }),
    ...optimisticEntry(snapshot, card, section, extras),
  }
}

/** The words for the next DRI may have named another person than the lane's. */
function optimisticEntry(
  snapshot: BoardSnapshot,
  card: Card,
  section: string | undefined,
  { given }: Extras,
): Partial<Card> {
  return entryOf(snapshot, card, given ? given.person : section)?.optimistic ?? {}
}
