import type { Card } from '#lib/contract/issues.ts'
import { labelsMoved, planMove } from '#lib/domain/boards.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { afterChange } from '#lib/domain/labels.ts'

import { labelsOf } from './dictionaries.ts'
import { hopedRank } from './place.ts'
import type { Place } from './place.ts'
import { asksForNeed, moveOf, placeAmong } from './scene.ts'
import type { Scene } from './scene.ts'

/** What was answered to the question that a move raised. */
export type Extras = {
  blocked?: { need: string; from: string }
  closeReason?: CloseReason
  duplicateOf?: number
}

/** What a card will look like when it lies there. */
export function hopedAfter(scene: Scene, card: Card, { lane, index }: Place, extras: Extras): Partial<Card> {
  const among = placeAmong(scene, lane, card, index)
  const rank = hopedRank(card, among.others, among.index)
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
  }
}
