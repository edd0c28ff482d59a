'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { Weight } from '#components/ui/tag.tsx'
import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex, ListRow } from '#lib/contract/issue-lists.ts'
import { MOST_AT_ONCE } from '#lib/contract/bulk.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  /** Null while it is on its way. */
  index: IssueIndex | null
  refs: readonly number[]
  lookups: Lookups
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
}

const PIECE = 60

/** The issues of a source, of which several are chosen; what was chosen before stays so while others are looked for. */
export function Found({ group, index, refs, lookups, chosen, onChoose }: Props) {
  const [pieces, setPieces] = useState(1)
  if (!index) {
    return (
      <div aria-busy="true" className="flex min-h-48 flex-col gap-3 py-2">
        {['w-2/3', 'w-1/2', 'w-3/4', 'w-3/5'].map((width) => (
          <Skeleton key={width} className={`h-4 ${width}`} />
        ))}
      </div>
    )
  }
  if (refs.length === 0) return <p className="min-h-48 py-2 text-ink-3">No open issues match.</p>
  const shown = refs.slice(0, pieces * PIECE)
  const choose = (some: readonly number[], isIn: boolean) => {
    const next = new Set(chosen)
    for (const ref of some) {
      if (!isIn) next.delete(ref)
      else if (next.size < MOST_AT_ONCE) next.add(ref)
    }
    onChoose(next)
  }
  const areAll = shown.every((ref) => chosen.has(ref))
  return (
    <div className="scroll-calm min-h-48 flex-1 overflow-y-auto rounded-sm border border-line">
      <label className="num sticky top-0 z-10 flex min-h-8 items-center gap-2 border-b border-line bg-sunken px-2.5 text-xs text-ink-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={areAll}
          onChange={() => choose(shown, !areAll)}
        />
        {shown.length < refs.length ? `${shown.length} of ${refs.length} issues` : `${refs.length} issues`}
      </label>
      <ul aria-label="Issues">
        {Array.from({ length: pieces }, (_, at) => refs.slice(at * PIECE, (at + 1) * PIECE)).map(
          (part, at) => (
            <Piece
              key={at}
              group={group}
              refs={part}
              known={at === 0 ? index.first : []}
              lookups={lookups}
              chosen={chosen}
              onToggle={(ref) => choose([ref], !chosen.has(ref))}
            />
          ),
        )}
      </ul>
      {shown.length < refs.length && (
        <div className="p-2">
          <Button size="sm" kind="quiet" onClick={() => setPieces(pieces + 1)}>
            Show {Math.min(PIECE, refs.length - shown.length)} more
          </Button>
        </div>
      )}
    </div>
  )
}

type PieceProps = Pick<Props, 'group' | 'refs' | 'lookups' | 'chosen'> & {
  known: readonly ListRow[]
  onToggle: (ref: number) => void
}

/** Some of the lines; those that did not come along with the numbers are asked for. */
function Piece({ group, refs, known, lookups, chosen, onToggle }: PieceProps) {
  const missing = refs.filter((ref) => known.every((row) => row.ref !== ref))
  const { data } = useQuery({
    ...reading(rowsOfIssues, { group, refs: missing.join('.') }),
    enabled: missing.length > 0,
  })
  const rows = new Map([...known, ...(data?.items ?? [])].map((row) => [row.ref, row]))
  return refs.map((ref) => {
    const row = rows.get(ref)
    const milestone = lookups.milestones.find(({ slug }) => slug === row?.milestone)?.title ?? ''
    return (
      <li key={ref} className="border-b border-line last:border-b-0">
        <label className="flex min-h-8 items-center gap-2 px-2.5 py-1 hover:bg-hover pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 flex-none accent-accent"
            checked={chosen.has(ref)}
            onChange={() => onToggle(ref)}
          />
          <span className="num w-10 flex-none text-xs text-ink-3">#{ref}</span>
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {row?.title ?? '…'}
          </span>
          <span dir="auto" className="max-w-28 flex-none truncate text-xs text-ink-3 max-sm:hidden">
            {milestone.replace(/ Milestones$/, '')}
          </span>
          {row && <Weight weight={row.weight} />}
        </label>
      </li>
    )
  })
}
