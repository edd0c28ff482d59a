import type { Refusal, Warning } from '#lib/kit/refusal.ts'

import { CLOSED, mayOrder, NO_COLUMN } from './boards.ts'
import type { BoardKind, CardState, Column, LaneId } from './boards.ts'
import { afterChange, stateOf, typeOfLabel, withLabel } from './labels.ts'
import type { LabelChange, LabelFact } from './labels.ts'
import { whyNotAllowed } from './permissions.ts'
import type { Actor } from './permissions.ts'
import { warnMove, whyNotReady } from './workflow.ts'
import type { Readiness } from './workflow.ts'

// What a move changes, and what stands against it: a board is drawn without it.

export type MovePlan = { add: string[]; remove: string[]; close: boolean; reopen: boolean }

/**
 * Moving a card changes exactly the labels that the columns stand for: the target's comes on, the others' go off, and
 * with a column's type its sub-types. To Closed closes and touches no label; from Closed reopens.
 */
export function planMove(
  card: CardState,
  from: LaneId,
  to: LaneId,
  columns: readonly Column[],
  labels: readonly LabelFact[],
): MovePlan {
  if (from === to) return { add: [], remove: [], close: false, reopen: false }
  if (to === CLOSED) return { add: [], remove: [], close: card.state === 'open', reopen: false }
  const target = columns.find((column) => column.id === to)?.labelId
  const others = new Set(columns.map((column) => column.labelId).filter((labelId) => labelId !== target))
  const typeIn = new Map(labels.map((label) => [label.id, typeOfLabel(label)]))
  const otherTypes = new Set([...others].map((labelId) => typeIn.get(labelId) ?? null))
  const isOther = (labelId: string) => {
    const type = typeIn.get(labelId) ?? null
    return others.has(labelId) || (type !== null && otherTypes.has(type))
  }
  return {
    add: target === undefined || card.labelIds.includes(target) ? [] : [target],
    remove: card.labelIds.filter(isOther),
    close: false,
    reopen: card.state === 'closed',
  }
}

/** What a plan means for the labels of an issue, the ones that a new label of their scope displaces included. */
export function labelsMoved(
  held: readonly LabelFact[],
  plan: MovePlan,
  labels: readonly LabelFact[],
): LabelChange {
  const change: LabelChange = { added: [], removed: held.filter((label) => plan.remove.includes(label.id)) }
  for (const add of labels.filter((label) => plan.add.includes(label.id))) {
    const { added, removed } = withLabel(afterChange(held, change), add)
    change.added.push(...added)
    change.removed.push(...removed)
  }
  return change
}

export type Move = {
  card: { state: 'open' | 'closed'; labels: readonly LabelFact[] }
  from: LaneId
  to: LaneId
  columns: readonly Column[]
  /** At least the labels of the columns. */
  labels: readonly LabelFact[]
}
export type MovePreview = {
  off: string[]
  on: string[]
  closes: boolean
  reopens: boolean
  warnings: Warning[]
}

/** The drop preview in words: which label titles go off and come on, and what is unusual about it. */
export function describeMove({ card, from, to, columns, labels }: Move): MovePreview {
  const { plan, change } = changesOf({ card, from, to, columns, labels })
  const warning = warnMove(stateOf(card.labels), stateOf(afterChange(card.labels, change)))
  return {
    off: change.removed.map((label) => label.title),
    on: change.added.map((label) => label.title),
    closes: plan.close,
    reopens: plan.reopen,
    warnings: warning ? [warning] : [],
  }
}

/** The labels of a card once it was moved. */
export const labelsAfter = (move: Move): LabelFact[] => afterChange(move.card.labels, changesOf(move).change)

function changesOf({ card, from, to, columns, labels }: Move) {
  const held = { state: card.state, labelIds: card.labels.map(({ id }) => id) }
  const plan = planMove(held, from, to, columns, [...labels, ...card.labels])
  return { plan, change: labelsMoved(card.labels, plan, labels) }
}

type Moving = Move & {
  actor: Actor
  kind: BoardKind
  /** It enters another lane across the columns as well. */
  entersSwimlane: boolean
}

/**
 * What stands against a move: the board says it before the card is dropped, the command insists on it. Who enters another
 * lane across the columns is asked for that apart.
 */
export function whyNotMove(move: Moving, readiness: Readiness): Refusal | null {
  const { actor, card, from, to, kind, entersSwimlane } = move
  const forbidden = whyNotAllowed(actor, 'card.move')
  if (forbidden) return forbidden
  if (from === to)
    return entersSwimlane || mayOrder(actor, kind) ? null : whyNotAllowed(actor, 'planning.order')
  const turns = (to === CLOSED) !== (card.state === 'closed')
  return (turns ? whyNotAllowed(actor, 'issue.close') : null) ?? whyNotLane(move, readiness)
}

/** A column can have left the board while a card was on its way to it. */
export function whyNotColumn(columns: readonly { id: string }[], to: LaneId): Refusal | null {
  if (to === NO_COLUMN || to === CLOSED || columns.some(({ id }) => id === to)) return null
  return { code: 'no_such_column', because: 'This column is no longer on the board. Reload the page.' }
}

/** Refuses what the lane's label would refuse. */
function whyNotLane(move: Move, readiness: Readiness): Refusal | null {
  const { to, columns, labels, card } = move
  const gone = whyNotColumn(columns, to)
  const column = columns.find(({ id }) => id === to)
  if (gone || !column) return gone
  const held = card.labels.some((label) => label.id === column.labelId)
  const meaning = labels.find((label) => label.id === column.labelId)?.meaning
  return !held && meaning === 'workflow.ready-for-development' ? whyNotReady(readiness) : null
}
