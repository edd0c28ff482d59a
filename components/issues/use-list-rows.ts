'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex, ListRow } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

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
): ReadonlyMap<number, ListRow> {
  const [known] = useState(() => new Map<number, ListRow>())
  const pieces = piecesOf(refs, places)
  const answers = useQueries({
    queries: pieces.map((piece) => reading(rowsOfIssues, { group, refs: piece.join('.') })),
  })
  for (const row of first) known.set(row.ref, row)
  for (const { data } of answers) for (const row of data?.items ?? []) known.set(row.ref, row)
  return known
}

/** The first piece came along with the numbers. */
function piecesOf(refs: readonly number[], places: readonly number[]): number[][] {
  const pieces = new Set(places.map((at) => Math.floor(at / PIECE)).filter((piece) => piece > 0))
  return [...pieces].map((piece) => refs.slice(piece * PIECE, (piece + 1) * PIECE))
}
