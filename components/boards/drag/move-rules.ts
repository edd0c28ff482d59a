import type { Card } from '#lib/contract/issues.ts'
import {
  CLOSED,
  describeMove,
  labelsAfter,
  mayOrder,
  whyNotMove as whyNotMoveOn,
} from '#lib/domain/boards.ts'
import type { LaneId, Move, MovePreview } from '#lib/domain/boards.ts'
import { means, typeOf } from '#lib/domain/labels.ts'
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

export const canOrder = ({ view, actor }: BoardSnapshot): boolean => mayOrder(actor, view.board.kind)

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
  const entry = entryOf(scene, card, section)
  const move = moveOf(scene, card, to)
  const { labels } = move.card
  const readiness = { type: typeOf(labels), weight: card.weight, spike: means(labels, 'spike'), ...UNKNOWN }
  const about = { actor: scene.actor, kind: scene.view.board.kind, entersSwimlane: entry !== null }
  return whyNotMoveOn({ ...move, ...about }, readiness) ?? entry?.refusal ?? null
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
