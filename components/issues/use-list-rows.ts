'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex, ListRow } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

/** So many lines are asked for together; the answer with the numbers brings the first ones along. */
const PIECE = 60
const AHEAD = 30

/**
 * The lines that are in view or nearly, in pieces. What was seen before stays until it is known anew, so that a list
 * that changes never flashes.
 */
export function useListRows(
  group: string,
  { first }: Pick<IssueIndex, 'first'>,
  refs: readonly number[],
  view: { from: number; to: number },
): ReadonlyMap<number, ListRow> {
  const [known] = useState(() => new Map<number, ListRow>())
  const pieces = piecesOf(refs, view)
  const answers = useQueries({
    queries: pieces.map((piece) => reading(rowsOfIssues, { group, refs: piece.join('.') })),
  })
  for (const row of first) known.set(row.ref, row)
  for (const { data } of answers) for (const row of data?.items ?? []) known.set(row.ref, row)
  return known
}

function piecesOf(refs: readonly number[], { from, to }: { from: number; to: number }): number[][] {
  const pieces: number[][] = []
  const last = Math.min(to + AHEAD, refs.length)
  const start = Math.max(1, Math.floor((from - AHEAD) / PIECE))
  for (let at = start; at * PIECE < last; at += 1) pieces.push(refs.slice(at * PIECE, (at + 1) * PIECE))
  return pieces
}
