import type { Card } from '#lib/contract/issues.ts'
import { labelsMoved, planMove } from '#lib/domain/boards.ts'
import { afterChange } from '#lib/domain/labels.ts'

import type { Extras } from '#components/boards/view/board-store.ts'
import { labelsOf } from '#components/lookups/card-names.ts'
import { entryOf } from './entry.ts'
import { asksForNeed, moveOf } from './move-rules.ts'
import { predictedRank } from './drop-position.ts'
import type { Place } from './drop-position.ts'
import { placeAmong } from './board-snapshot.ts'
import type { BoardSnapshot } from './board-snapshot.ts'

/** What a card will look like when it lies there. */
export function predictedMove(
  scene: BoardSnapshot,
  card: Card,
  { lane, index, section }: Place,
  extras: Extras,
): Partial<Card> {
  const among = placeAmong(scene, lane, card, index, section)
  const rank = predictedRank(card, among.others, among.index)
  const move = moveOf(scene, card, lane)
  const plan = planMove(card, move.from, lane, move.columns, move.labels)
  const held = labelsOf(card, scene.names)
  const labelIds = afterChange(held, labelsMoved(held, plan, scene.view.labels)).map(({ id }) => id)
  const blocked = asksForNeed(scene, card, lane) ? (extras.blocked ?? { need: '', from: '' }) : null
  return {
    rank,
    labelIds,
    state: plan.close ? 'closed' : plan.reopen ? 'open' : card.state,
    closeReason: plan.close ? (extras.closeReason ?? 'done') : plan.reopen ? null : card.closeReason,
    ...(move.from === lane ? {} : { blocked }),
    ...optimisticEntry(scene, card, section, extras),
  }
}

/** The words for the next DRI may have named another person than the lane's. */
function optimisticEntry(
  scene: BoardSnapshot,
  card: Card,
  section: string | undefined,
  { given }: Extras,
): Partial<Card> {
  return entryOf(scene, card, given ? given.person : section)?.optimistic ?? {}
}
