import type { Refusal, Warning } from '#lib/kit/refusal.ts'

import { afterChange, saidType, stateOf, typeOf, withLabel } from './labels.ts'
import type { LabelChange, LabelFact } from './labels.ts'
import { may, whyNotAllowed } from './permissions.ts'
import type { Actor } from './permissions.ts'
import type { Order } from './rank.ts'
import { sumWeights, weightOf } from './weight.ts'
import { warnMove, whyNotReady } from './workflow.ts'
import type { Readiness } from './workflow.ts'

export const BOARD_KINDS = ['planning', 'build', 'next-1-3', 'next-4-6', 'custom'] as const
export type BoardKind = (typeof BOARD_KINDS)[number]

/** Handbook: the Planning Board is "curated": its order is its own, and all other boards share one. */
export const orderOf = (kind: BoardKind): Order => (kind === 'planning' ? 'planning' : 'group')

/** A column stands for one label. */
export type Column = { id: string; title: string; labelId: string }

/** A column's id, or one of the two lanes every board has. */
export type LaneId = string
export const NO_COLUMN = 'none'
export const CLOSED = 'closed'

export type CardState = { state: 'open' | 'closed'; labelIds: readonly string[] }
/** `milestoneId: null` filters by no milestone: such a board shows the issues of all of them. */
export type BoardFilter = { milestoneId: string | null; labelIds: readonly string[] }
export type MovePlan = { add: string[]; remove: string[]; close: boolean; reopen: boolean }

/**
 * Sorts cards into lanes; ask once per list of columns, then once per card. A column that stands for a type of work holds
 * what has that type, be it said by its label or implied by a sub-type; `labels` tell which.
 */
export function laneFinder(
  columns: readonly Column[],
  labels: readonly LabelFact[],
): (card: CardState) => LaneId {
  const placeOf = new Map<string, number>()
  for (const [place, { labelId }] of columns.entries()) if (!placeOf.has(labelId)) placeOf.set(labelId, place)
  const placeOfType = typePlaces(columns, labels)
  return (card) => {
    if (card.state === 'closed') return CLOSED
    let first = placeOfType(card)
    for (const labelId of card.labelIds) first = Math.min(first, placeOf.get(labelId) ?? first)
    return columns[first]?.id ?? NO_COLUMN
  }
}

/** In which column, by its place, a card lies for the type that its sub-type implies; behind all columns without one. */
function typePlaces(columns: readonly Column[], labels: readonly LabelFact[]): (card: CardState) => number {
  const typed = new Map(labels.flatMap((label) => (saidType(label) === null ? [] : [[label.id, label]])))
  const placeOf = new Map<string, number>()
  for (const [place, { labelId }] of columns.entries()) {
    const meaning = typed.get(labelId)?.meaning
    if (meaning && !placeOf.has(meaning)) placeOf.set(meaning, place)
  }
  if (placeOf.size === 0) return () => columns.length
  return ({ labelIds }) =>
    placeOf.get(`type.${typeOf(labelIds.flatMap((id) => typed.get(id) ?? []))}`) ?? columns.length
}

/** Nothing vanishes: an open card that fits no column lies in `NO_COLUMN`, a closed one in `CLOSED`. */
export function laneOf(card: CardState, columns: readonly Column[], labels: readonly LabelFact[]): LaneId {
  return laneFinder(columns, labels)(card)
}

/** All cards, lane by lane, each lane in the order given; every lane of the board is there, also the empty ones. */
export function deal<C extends CardState>(
  cards: readonly C[],
  columns: readonly Column[],
  labels: readonly LabelFact[],
): Map<LaneId, C[]> {
  const lanes = new Map<LaneId, C[]>(
    [NO_COLUMN, ...columns.map(({ id }) => id), CLOSED].map((id) => [id, []]),
  )
  const find = laneFinder(columns, labels)
  for (const card of cards) lanes.get(find(card))?.push(card)
  return lanes
}

/** Handbook › Planning and Delivery Boards: the "Filters" of a board are a milestone and labels, all at once. */
export function onBoard(
  card: { milestoneId: string | null; labelIds: readonly string[] },
  filter: BoardFilter,
): boolean {
  if (filter.milestoneId !== null && card.milestoneId !== filter.milestoneId) return false
  return filter.labelIds.every((id) => card.labelIds.includes(id))
}

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
  const typeIn = new Map(labels.map((label) => [label.id, saidType(label)]))
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

/** Handbook › Planning Board: "a curated list of issues by category", so that not everybody orders it. */
export const mayOrder = (actor: Actor, kind: BoardKind): boolean =>
  kind !== 'planning' || may(actor, 'planning.order')

/** Refuses what the lane's label would refuse. */
function whyNotLane(move: Move, readiness: Readiness): Refusal | null {
  const { to, columns, labels, card } = move
  if (to === NO_COLUMN || to === CLOSED) return null
  const column = columns.find(({ id }) => id === to)
  if (!column)
    return { code: 'no_such_column', because: 'This column is no longer on the board. Reload the page.' }
  const held = card.labels.some((label) => label.id === column.labelId)
  const meaning = labels.find((label) => label.id === column.labelId)?.meaning
  return !held && meaning === 'workflow.ready-for-development' ? whyNotReady(readiness) : null
}

/** The header of a lane: count, sum of weights, how many have none. */
export const sumsOf = sumWeights

export type WipLimit = { by: 'count' | 'weight'; max: number }

/** A soft limit: it is shown as 6/5, and stops nobody. */
export function overLimit(sums: { count: number; weight: number }, limit: WipLimit | null): boolean {
  return limit !== null && sums[limit.by] > limit.max
}

/**
 * Handbook › Planning Board: "It can be overloaded with issues; the excess is moved to the next milestone or to the
 * Next 1-3 Milestones board". The index of the first card below the line where the weights reach the capacity (in
 * weight); null when nothing lies below.
 */
export function waterline(
  cards: readonly { weight: number | null; split?: boolean }[],
  capacity: number,
): number | null {
  let sum = 0
  for (const [index, card] of cards.entries()) {
    const weight = weightOf(card)
    sum += weight
    if (sum > capacity || sum - weight >= capacity) return index
  }
  return null
}
