import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, mayOrder } from '#lib/domain/boards.ts'
import { describeMove, labelsAfter, whyNotMove as whyNotMoveOn } from '#lib/domain/board-moves.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import type { Move, MovePreview } from '#lib/domain/board-moves.ts'
import { asksForPushBack } from '#lib/domain/closing/push-back.ts'
import { means, typeOf } from '#lib/domain/labels.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { warnReadyBy } from '#lib/domain/workflow.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { Question } from '#components/boards/view/board-store.ts'
import { runningOf } from '#components/issues/push-back/leaves-board.ts'
import { labelsOf } from '#components/lookups/card-names.ts'
import { entryOf } from './entry.ts'
import type { Place } from '#components/boards/drag/drop-position.ts'
import { laneOfCard } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'

export function moveOf(snapshot: BoardSnapshot, card: Card, to: LaneId): Move {
  return {
    card: { state: card.state, labels: labelsOf(card, snapshot.names) },
    from: laneOfCard(snapshot, card),
    to,
    columns: snapshot.view.columns,
    labels: snapshot.view.labels,
  }
}

export const canOrder = ({ view, actor }: BoardSnapshot): boolean => mayOrder(actor, view.board.kind)

/** Whether the lane's label asks what the work waits for. */
export function asksForNeed(snapshot: BoardSnapshot, card: Card, to: LaneId): boolean {
  const label = snapshot.view.columns.find(({ id }) => id === to)?.labelId
  const meaning = snapshot.view.labels.find(({ id }) => id === label)?.meaning
  return meaning === 'workflow.blocked' && !card.labelIds.includes(label ?? '')
}

/** What a move raises before it happens: words for the next DRI, what blocked work waits for, why it is closed. */
export function questionsOf(
  snapshot: BoardSnapshot,
  cards: readonly Card[],
  { lane, section }: Place,
  about: Pick<Question, 'subject' | 'ref'>,
): Question[] {
  const hands = cards.some((card) => entryOf(snapshot, card, section)?.asks)
  const kinds = [
    hands && 'hand_over',
    cards.some((card) => asksForNeed(snapshot, card, lane)) && 'blocked',
    lane === CLOSED && cards.some(({ state }) => state === 'open') && 'close',
  ] as const
  const questions: Question[] = kinds.flatMap((kind) =>
    kind ? [{ ...about, kind, ...(kind === 'hand_over' && section ? { person: section } : {}) }] : [],
  )
  const leave = cards.filter((card) => asksWhetherPushedBack(snapshot, card, lane))
  if (leave.length === 0) return questions
  const subject = leave.length === cards.length ? about.subject : `${leave.length} of ${about.subject}`
  return [
    ...questions,
    { ...about, subject, kind: 'push_back', milestone: runningOf(snapshot.view)?.title ?? '' },
  ]
}

/** Whether the columns stand for what makes a Deliverable, and the card leaves the milestone that runs. */
function asksWhetherPushedBack(snapshot: BoardSnapshot, card: Card, to: LaneId): boolean {
  const { view, actor } = snapshot
  const { milestone, closeReason } = card
  const move = moveOf(snapshot, card, to)
  return asksForPushBack({
    actor,
    running: runningOf(view)?.slug ?? null,
    labels: view.labels,
    before: { milestone, closeReason, labels: move.card.labels },
    after: { milestone, labels: labelsAfter(move) },
  })
}

/** What the board can know already; the description is the server's to judge, a board does not carry it. */
export function whyNotMove(
  snapshot: BoardSnapshot,
  card: Card,
  to: LaneId,
  section?: string,
): Refusal | null {
  const entry = entryOf(snapshot, card, section)
  const move = moveOf(snapshot, card, to)
  const { labels } = move.card
  const readiness = { type: typeOf(labels), weight: card.weight, spike: means(labels, 'spike'), ...UNKNOWN }
  const about = { actor: snapshot.actor, kind: snapshot.view.board.kind, entersSwimlane: entry !== null }
  return whyNotMoveOn({ ...move, ...about }, readiness) ?? entry?.refusal ?? null
}

/** What a drop will change, in words, and what the rules say to it. */
export function previewOf(snapshot: BoardSnapshot, card: Card, to: LaneId): MovePreview {
  const move = moveOf(snapshot, card, to)
  const preview = describeMove(move)
  const label = snapshot.view.columns.find(({ id }) => id === to)?.labelId ?? ''
  const meaning = snapshot.view.labels.find(({ id }) => id === label)?.meaning
  const becomesReady = meaning === 'workflow.ready-for-development' && !card.labelIds.includes(label)
  const warning = becomesReady ? warnReadyBy(snapshot.actor.roles) : null
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
