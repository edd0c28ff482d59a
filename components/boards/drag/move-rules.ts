import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, describeMove, labelsAfter, whyNotMoveTo } from '#lib/domain/boards.ts'
import type { LaneId, Move, MovePreview } from '#lib/domain/boards.ts'
import { means, typeOf } from '#lib/domain/labels.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { warnReadyBy } from '#lib/domain/workflow.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { Question } from '#components/boards/view/board-store.ts'
import { labelsOf } from '#components/lookups/card-names.ts'
import { entryOf } from './entry.ts'
import type { Place } from './drop-position.ts'
import { laneOfCard } from './board-snapshot.ts'
import type { BoardSnapshot } from './board-snapshot.ts'

export function moveOf(scene: BoardSnapshot, card: Card, to: LaneId): Move {
  return {
    card: { state: card.state, labels: labelsOf(card, scene.names) },
    from: laneOfCard(scene, card),
    to,
    columns: scene.view.columns,
    labels: scene.view.labels,
  }
}

/** Handbook › Planning Board: "a curated list of issues by category", so that not everybody orders it. */
export const canOrder = ({ view, actor }: BoardSnapshot): boolean =>
  view.board.kind !== 'planning' || may(actor, 'planning.order')

/** Whether the lane's label asks what the work waits for. */
export function asksForNeed(scene: BoardSnapshot, card: Card, to: LaneId): boolean {
  const label = scene.view.columns.find(({ id }) => id === to)?.labelId
  const meaning = scene.view.labels.find(({ id }) => id === label)?.meaning
  return meaning === 'workflow.blocked' && !card.labelIds.includes(label ?? '')
}

/** What a move raises before it happens: words for the next DRI, what blocked work waits for, why it is closed. */
export function questionsOf(
  scene: BoardSnapshot,
  cards: readonly Card[],
  { lane, section }: Place,
  about: Pick<Question, 'subject' | 'ref'>,
): Question[] {
  const hands = cards.some((card) => entryOf(scene, card, section)?.asks)
  const kinds = [
    hands && 'hand_over',
    cards.some((card) => asksForNeed(scene, card, lane)) && 'blocked',
    lane === CLOSED && cards.some(({ state }) => state === 'open') && 'close',
  ] as const
  return kinds.flatMap((kind) =>
    kind ? [{ ...about, kind, ...(kind === 'hand_over' && section ? { person: section } : {}) }] : [],
  )
}

/** What the board can know already; the description is the server's to judge, a board does not carry it. */
export function whyNotMove(scene: BoardSnapshot, card: Card, to: LaneId, section?: string): Refusal | null {
  const forbidden = whyNotAllowed(scene.actor, 'card.move')
  if (forbidden) return forbidden
  if ((to === CLOSED) !== (card.state === 'closed')) {
    const refusal = whyNotAllowed(scene.actor, 'issue.close')
    if (refusal) return refusal
  }
  const entry = entryOf(scene, card, section)
  if (entry?.refusal) return entry.refusal
  if (laneOfCard(scene, card) === to)
    return entry || canOrder(scene) ? null : whyNotAllowed(scene.actor, 'planning.order')
  const labels = labelsOf(card, scene.names)
  return whyNotMoveTo(moveOf(scene, card, to), {
    type: typeOf(labels),
    weight: card.weight,
    spike: means(labels, 'spike'),
    ...UNKNOWN,
  })
}

/** What a drop will change, in words, and what the rules say to it. */
export function previewOf(scene: BoardSnapshot, card: Card, to: LaneId): MovePreview {
  const move = moveOf(scene, card, to)
  const preview = describeMove(move)
  const label = scene.view.columns.find(({ id }) => id === to)?.labelId ?? ''
  const meaning = scene.view.labels.find(({ id }) => id === label)?.meaning
  const becomesReady = meaning === 'workflow.ready-for-development' && !card.labelIds.includes(label)
  const warning = becomesReady ? warnReadyBy(scene.actor.roles) : null
  const before = { ...card, labels: move.card.labels, ...UNKNOWN }
  const after = {
    ...before,
    labels: labelsAfter(move),
    state: to === CLOSED ? ('closed' as const) : card.state,
  }
  return {
    ...preview,
    warnings: [...preview.warnings, ...(warning ? [warning] : []), ...warnErosion(before, after)],
  }
}

/** A board carries no texts: what they say is the server's to judge. */
const UNKNOWN = { description: 'not known here', spikeScope: 'not known here' }
