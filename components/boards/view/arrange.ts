import type { BoardView, Column } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, NO_COLUMN, deal, overLimit } from '#lib/domain/boards.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import type { WeightSums } from '#lib/domain/weight.ts'

import { cardSums } from './capacity.ts'
import type { Lookups } from '#components/lookups/card-names.ts'
import { sectionsOf } from './grouping.ts'
import type { Grouping } from './grouping.ts'

export type Row =
  | { kind: 'head'; key: string; title: string; sums: WeightSums }
  | { kind: 'line'; key: string }
  /** `place` counts the cards of the lane as they are shown, from 0. */
  | { kind: 'card'; key: string; card: Card; place: number; section: string }

export type Lane = {
  id: LaneId
  title: string
  column: Column | null
  /** Cards as shown, in the order of the rows. */
  cards: readonly Card[]
  rows: readonly Row[]
  shown: WeightSums
  /** With what the filter hides: a limit is not kept by looking away. */
  all: WeightSums
  over: boolean
}

type Shape = {
  columns: readonly Column[]
  grouping: Grouping
  names: Lookups
  /** Cards that the capacity does not reach; empty where no waterline is added. */
  below: ReadonlySet<number>
  /** Groups of which only the head is shown; what lies in no column or is closed is not folded with them. */
  folded: readonly string[]
}

export const LANE_TITLES = { [NO_COLUMN]: 'Not in a column', [CLOSED]: 'Closed' }

/** Every lane of the board: its columns in their order, then the two lanes that every board has. */
export function arrange(cards: readonly Card[], isShown: (card: Card) => boolean, shape: Shape): Lane[] {
  const all = deal(cards, shape.columns, [...shape.names.labels.values()])
  const order = [...shape.columns.map(({ id }) => id), NO_COLUMN, CLOSED]
  return order.map((id) => laneWith(id, all.get(id) ?? [], isShown, shape))
}

/** The lanes of before wherever nothing in them changed, so that only what changed renders again. */
export function steady(before: readonly Lane[], now: readonly Lane[]): readonly Lane[] {
  return now.map((lane) => before.find((old) => old.id === lane.id && isSame(old, lane)) ?? lane)
}

function laneWith(id: LaneId, all: Card[], isShown: (card: Card) => boolean, shape: Shape): Lane {
  const column = shape.columns.find((one) => one.id === id) ?? null
  const shown = all.filter(isShown)
  const rows = rowsOf(
    id === CLOSED ? shown.toSorted(lastClosedFirst) : shown,
    column ? shape : { ...shape, folded: [] },
  )
  const sums = cardSums(all, shape.names)
  const title = column?.title ?? (id === CLOSED ? LANE_TITLES.closed : LANE_TITLES.none)
  const cards = rows.flatMap((row) => (row.kind === 'card' ? [row.card] : []))
  return {
    id,
    title,
    column,
    cards,
    rows,
    shown: cardSums(shown, shape.names),
    all: sums,
    over: isOver(sums, column),
  }
}

function rowsOf(cards: readonly Card[], { grouping, names, below, folded }: Shape): Row[] {
  const rows: Row[] = []
  let place = 0
  for (const section of sectionsOf(cards, grouping, names)) {
    if (grouping !== 'none') {
      rows.push({
        kind: 'head',
        key: `head ${section.key}`,
        title: section.title,
        sums: cardSums(section.cards, names),
      })
    }
    if (folded.includes(section.key)) continue
    for (const card of section.cards) {
      const last = rows.at(-1)
      const crosses = below.has(card.ref) && !(last?.kind === 'card' && below.has(last.card.ref))
      if (crosses) rows.push({ kind: 'line', key: `line ${section.key}` })
      rows.push({ kind: 'card', key: `#${card.ref}`, card, place, section: section.key })
      place += 1
    }
  }
  return rows
}

function isOver(sums: WeightSums, column: Column | null): boolean {
  if (!column) return false
  const { wipCount, wipWeight } = column
  return (
    overLimit(sums, wipCount === null ? null : { by: 'count', max: wipCount }) ||
    overLimit(sums, wipWeight === null ? null : { by: 'weight', max: wipWeight })
  )
}

function lastClosedFirst(a: Card, b: Card): number {
  const [left, right] = [a.closedAt ?? '9', b.closedAt ?? '9']
  if (left === right) return b.ref - a.ref
  return left < right ? 1 : -1
}

function isSame(a: Lane, b: Lane): boolean {
  return (
    a.title === b.title &&
    a.column === b.column &&
    a.over === b.over &&
    a.all.count === b.all.count &&
    a.all.weight === b.all.weight &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, at) => isSameRow(row, b.rows[at]))
  )
}

function isSameRow(a: Row, b: Row | undefined): boolean {
  if (!b || a.key !== b.key) return false
  if (a.kind === 'card' && b.kind === 'card') return a.card === b.card && a.section === b.section
  if (a.kind === 'head' && b.kind === 'head') {
    return a.title === b.title && a.sums.weight === b.sums.weight && a.sums.count === b.sums.count
  }
  return true
}

/** What a lane of a board is called in a sentence. */
export function laneTitle(view: Pick<BoardView, 'columns'>, id: LaneId): string {
  if (id === CLOSED) return LANE_TITLES.closed
  return view.columns.find((column) => column.id === id)?.title ?? LANE_TITLES.none
}
