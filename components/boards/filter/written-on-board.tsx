'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { WrittenFilter } from '#components/filters/written-filter.tsx'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { parseCondition } from '#lib/domain/condition-parser.ts'
import { asks } from '#lib/domain/conditions.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  written: string
  /** Null takes the filter away. */
  onWrite: (written: string | null) => void
  /** Told which issues are kept; null while that is not known. */
  onKeep: (kept: ReadonlySet<number> | null) => void
}

/** A filter in words over a board: the server says which issues it keeps, since cards do not carry all that it may ask. */
export function WrittenOnBoard({ group, written, onWrite, onKeep }: Props) {
  const parsed = useMemo(() => parseCondition(written), [written])
  const asked = 'condition' in parsed && asks(parsed.condition)
  const { data } = useQuery({
    ...reading(indexIssues, { group, filter: written }),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    onKeep(asked && data ? new Set(data.groups.flatMap(({ refs }) => refs)) : null)
  }, [asked, data, onKeep])
  useEffect(() => () => onKeep(null), [onKeep])
  return (
    <div className="flex-none px-5 pb-3 max-sm:px-3">
      <WrittenFilter
        written={written}
        onWrite={onWrite}
        refusal={'refusal' in parsed ? parsed.refusal.because : null}
        onClose={() => onWrite(null)}
      />
    </div>
  )
}
