import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, describeMove, labelsAfter, laneFinder, whyNotMoveTo } from '#lib/domain/boards.ts'
import type { LaneId, Move, MovePreview } from '#lib/domain/boards.ts'
import { means, typeOf } from '#lib/domain/labels.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { warnReadyBy } from '#lib/domain/workflow.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { Lane } from './arrange.ts'
import { labelsOf } from './dictionaries.ts'
import type { Dictionaries } from './dictionaries.ts'

/** The board as it was last rendered, for whoever acts on it. */
export type Scene = {
  group: string
  view: BoardView
  cards: readonly Card[]
  lanes: readonly Lane[]
  names: Dictionaries
  actor: Actor & { handle: string }
}

export const cardOf = (scene: Scene, ref: number): Card | null =>
  scene.cards.find((card) => card.ref === ref) ?? null

export const laneOfCard = (scene: Scene, card: Card): LaneId =>
  laneFinder(scene.view.columns, scene.view.labels)(card)

export const laneById = (scene: Scene, id: LaneId): Lane | null =>
  scene.lanes.find((lane) => lane.id === id) ?? null

/** The group in which a card is shown, '' where cards are not grouped. */
export function sectionOf(scene: Scene, card: Card): string {
  const rows = laneById(scene, laneOfCard(scene, card))?.rows ?? []
  const row = rows.find((one) => one.kind === 'card' && one.card.ref === card.ref)
  return row?.kind === 'card' ? row.section : ''
}

/** The cards of a lane as they are shown, without the one that moves. */
export const othersIn = (scene: Scene, lane: LaneId, ref: number): readonly Card[] =>
  (laneById(scene, lane)?.cards ?? []).filter((card) => card.ref !== ref)

/**
 * Where cards are grouped, a place counts among those of the card's own group: between which cards of other groups it
 * lies says nothing about its rank.
 */
export function placeAmong(scene: Scene, lane: LaneId, card: Card, index: number | null) {
  const rows = (laneById(scene, lane)?.rows ?? []).flatMap((row) =>
    row.kind === 'card' && row.card.ref !== card.ref ? [row] : [],
  )
  const own = sectionOf(scene, card)
  const first = rows.findIndex(({ section }) => section === own)
  const mates = rows.filter(({ section }) => section === own).map((row) => row.card)
  const apart = index === null || first < 0 || index < first || index > first + mates.length
  return apart ? { others: rows.map((row) => row.card), index } : { others: mates, index: index - first }
}

/** What the group is called in which a card is shown; null where cards are not grouped. */
export function groupTitle(scene: Scene, card: Card): string | null {
  const own = `head ${sectionOf(scene, card)}`
  const head = laneById(scene, laneOfCard(scene, card))?.rows.find(({ key }) => key === own)
  return head?.kind === 'head' ? head.title : null
}

export function moveOf(scene: Scene, card: Card, to: LaneId): Move {
  return {
    card: { state: card.state, labels: labelsOf(card, scene.names) },
    from: laneOfCard(scene, card),
    to,
    columns: scene.view.columns,
    labels: scene.view.labels,
  }
}

/** Handbook › Planning Board: "a curated list of issues by category", so that not everybody orders it. */
export const canOrder = ({ view, actor }: Scene): boolean =>
  view.board.kind !== 'planning' || may(actor, 'planning.order')

/** Whether the lane's label asks what the work waits for. */
export function asksForNeed(scene: Scene, card: Card, to: LaneId): boolean {
  const label = scene.view.columns.find(({ id }) => id === to)?.labelId
  const meaning = scene.view.labels.find(({ id }) => id === label)?.meaning
  return meaning === 'workflow.blocked' && !card.labelIds.includes(label ?? '')
}

/** What the board can know already; the description is the server's to judge, a board does not carry it. */
export function whyNotMove(scene: Scene, card: Card, to: LaneId): Refusal | null {
  const forbidden = whyNotAllowed(scene.actor, 'card.move')
  if (forbidden) return forbidden
  if ((to === CLOSED) !== (card.state === 'closed')) {
    const refusal = whyNotAllowed(scene.actor, 'issue.close')
    if (refusal) return refusal
  }
  if (laneOfCard(scene, card) === to)
    return canOrder(scene) ? null : whyNotAllowed(scene.actor, 'planning.order')
  const labels = labelsOf(card, scene.names)
  return whyNotMoveTo(moveOf(scene, card, to), {
    type: typeOf(labels),
    weight: card.weight,
    spike: means(labels, 'spike'),
    ...UNKNOWN,
  })
}

/** What a drop will change, in words, and what the rules say to it. */
export function previewOf(scene: Scene, card: Card, to: LaneId): MovePreview {
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
