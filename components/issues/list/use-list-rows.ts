'use client'

import { useQueries } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'

import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex, ListRow } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'
import { momentOf } from '#lib/kit/past.ts'

/** So many lines are asked for together; the answer with the numbers brings the first ones along. */
const PIECE = 60

/**
 * The lines at those places of the list, in pieces. What was seen before stays until it is known anew, so that a list
 * that changes never flashes.
 */
export function useListRows(
  group: string,
  { first }: Pick<IssueIndex, 'first'>,
  refs: readonly number[],
  places: readonly number[],
  scrolling: boolean,
  /** The moment that is shown; null for now. */
  at: string | null,
): { rows: ReadonlyMap<number, ListRow>; leaping: boolean } {
  const [{ known, of }, hold] = useState(() => newRows(at))
  // what a line was at another moment says nothing of this one
  if (of !== at) hold(newRows(at))
  const [asked, ask] = useState<readonly number[]>([])
  const wanted = piecesOf(places)
  const leaping = scrolling && isLeap(asked, wanted)
  if (!leaping && wanted.join() !== asked.join()) ask(wanted)
  const answers = useQueries({
    queries: asked.map((piece) => {
      const part = refs.slice(piece * PIECE, (piece + 1) * PIECE)
      return reading(rowsOfIssues, { group, refs: part.join('.'), ...momentOf(at) })
    }),
  })
  for (const row of first) known.set(row.ref, row)
  for (const { data } of answers) for (const row of data?.items ?? []) known.set(row.ref, row)
  return { rows: known, leaping: useDeferredValue(leaping) || leaping }
}

const newRows = (of: string | null) => ({ known: new Map<number, ListRow>(), of })

/**
 * Whoever leaps through the list reads nothing on the way: only where they stop is asked for, and drawn. The beginning,
 * of which nothing is wanted, is always there.
 */
export const isLeap = (asked: readonly number[], wanted: readonly number[]): boolean =>
  asked.length > 0 && wanted.length > 0 && !wanted.some((piece) => asked.includes(piece))

/** The first piece came along with the numbers. */
const piecesOf = (places: readonly number[]): number[] => [
  ...new Set(places.map((at) => Math.floor(at / PIECE)).filter((piece) => piece > 0)),
]
