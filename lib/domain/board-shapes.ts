import type { Refusal } from '#lib/kit/refusal.ts'
import { areAlike } from '#lib/kit/visible.ts'

import type { BoardKind } from './boards.ts'

export type MilestoneRule = 'current' | 'next' | 'any' | 'fixed'

/** What makes a board: its filter and its columns. Labels are named by title, as people and the API name them. */
export type BoardShape = {
  title: string
  milestone: { rule: Exclude<MilestoneRule, 'fixed'> } | { rule: 'fixed'; slug: string }
  /** Labels that an issue must carry, all of them. */
  labels: readonly string[]
  columns: readonly ColumnShape[]
}
/** Limits are soft: what lies above them is shown, and no move is stopped. */
export type ColumnShape = { label: string; wipCount: number | null; wipWeight: number | null }

export const MOST_COLUMNS = 20

/** People know a board by its title in the list of boards. */
export function whyNotBoardTitle(title: string, others: readonly string[]): Refusal | null {
  const alike = others.find((other) => areAlike(other, title))
  return alike === undefined
    ? null
    : { code: 'board_exists', because: `A board “${alike}” already exists. Choose another title.` }
}

export function whyNotShape({ title, labels, columns }: BoardShape): Refusal | null {
  if (title.trim() === '') return { code: 'title_missing', because: 'Enter a title.' }
  if (columns.length > MOST_COLUMNS) {
    return { code: 'too_many_columns', because: `A board has at most ${MOST_COLUMNS} columns.` }
  }
  const column = twice(columns.map(({ label }) => label))
  if (column !== undefined) {
    return { code: 'column_twice', because: `Two columns use “${column}”. Remove one of them.` }
  }
  const label = twice(labels)
  if (label !== undefined) return { code: 'label_twice', because: `“${label}” is in the filter twice.` }
  return null
}

const twice = (list: readonly string[]): string | undefined => list.find((one, at) => list.indexOf(one) < at)

/** The address of a new board, from its title: small letters, digits and hyphens, and none that is taken. */
export function boardSlug(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const base = plain || 'board'
  if (!taken.includes(base)) return base
  for (let next = 2; ; next += 1) if (!taken.includes(`${base}-${next}`)) return `${base}-${next}`
}

/** What an edit changed, in the words of the ledger. */
export function shapeChanges(before: BoardShape, after: BoardShape): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const limits = ({ columns }: BoardShape) => columns.map(({ wipCount, wipWeight }) => [wipCount, wipWeight])
  const titles = ({ columns }: BoardShape) => columns.map(({ label }) => label)
  const filter = ({ milestone, labels }: BoardShape) => [milestone, labels.toSorted()]
  const columns = !same(titles(before), titles(after))
  return [
    before.title === after.title ? '' : 'title',
    same(filter(before), filter(after)) ? '' : 'filter',
    columns ? 'columns' : '',
    columns || same(limits(before), limits(after)) ? '' : 'limits',
  ].filter(Boolean)
}

/** A board as its rows held it, by ids, so that one that is gone comes back to the letter. */
export type BoardData = {
  slug: string
  title: string
  kind: BoardKind
  rule: MilestoneRule
  milestoneId: number | null
  position: number
  labels: number[]
  columns: {
    id: number
    labelId: number
    position: number
    wipCount: number | null
    wipWeight: number | null
  }[]
}
