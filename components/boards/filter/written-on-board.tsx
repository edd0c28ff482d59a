'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { WrittenFilter } from '#components/filters/written-filter.tsx'
import { useAt } from '#components/shell/past.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'
import { momentOf } from '#lib/kit/past.ts'

type Props = {
  group: string
  written: string
  refusal: string | null
  /** The part that only the server can answer; empty for none. */
  there: string
  onWrite: (written: string) => Promise<string | null>
  /** Takes away what chips cannot say. */
  onRemove: () => void
  /** Told which issues are kept; null while that is not known. */
  onKeep: (kept: ReadonlySet<number> | null) => void
}

/** A filter in words over a board: the server says which issues it keeps, since cards do not carry all that it may ask. */
export function WrittenOnBoard({ group, written, refusal, there, onWrite, onRemove, onKeep }: Props) {
  const asked = there !== ''
  const { data } = useQuery({
    ...reading(indexIssues, { group, filter: there, ...momentOf(useAt()) }),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    onKeep(asked && data ? new Set(data.groups.flatMap(({ refs }) => refs)) : null)
  }, [asked, data, onKeep])
  useEffect(() => () => onKeep(null), [onKeep])
  return (
    <div className="flex-none px-5 pb-3 max-sm:px-3">
      <WrittenFilter written={written} onWrite={onWrite} refusal={refusal} onRemove={onRemove} />
    </div>
  )
}
