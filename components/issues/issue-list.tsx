'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'

import { FilterBar } from '#components/boards/filter-bar.tsx'
import { useFilter } from '#components/boards/url-state.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { Button } from '#components/ui/button.tsx'
import { Bone, Empty } from '#components/ui/state.tsx'
import { listIssues } from '#lib/contract/issues.ts'
import { isEverything, matcher } from '#lib/domain/filters.ts'
import type { Filter } from '#lib/domain/filters.ts'
import { reading } from '#lib/http/query.ts'

import { IssueRow } from './issue-row.tsx'
import { listInput } from './list-input.ts'
import type { ListInput } from './list-input.ts'
import { NewIssue } from './new-issue.tsx'
import { useLookups } from './lookups.ts'
import type { Lookups } from './lookups.ts'
import { StateTabs } from './state-tabs.tsx'

/** The issues of a group, the newest first, narrowed by the same filters as a board. */
export function IssueList({ group }: { group: string }) {
  const lookups = useLookups(group)
  const params = useSearchParams()
  const [filter, setFilter] = useFilter()
  const input = useMemo(() => listInput(group, params), [group, params])
  const search = useRef<HTMLInputElement>(null)
  useHotkeys('Issues', [{ keys: ['/'], what: 'Filter', act: () => search.current?.focus() }])
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-3 px-7 py-5 max-sm:px-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg tracking-[-0.012em] [font-weight:620]">Issues</h1>
        <StateTabs />
        <span className="flex-1" />
        <NewIssue group={group} />
      </div>
      <FilterBar view={lookups} filter={filter} onChange={setFilter} counts={null} search={search} />
      <Pages key={JSON.stringify(input)} input={input} filter={filter} lookups={lookups} />
    </div>
  )
}

type PagesProps = { input: ListInput; filter: Filter; lookups: Lookups }

/** One query for each page that was asked for, so that a change refreshes what is shown and no more. */
function Pages({ input, filter, lookups }: PagesProps) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {[null, ...cursors].map((cursor, at) => (
        <Page
          key={cursor}
          input={cursor === null ? input : { ...input, cursor }}
          filter={filter}
          lookups={lookups}
          isFirst={at === 0}
          onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : null}
        />
      ))}
    </div>
  )
}

type PageProps = PagesProps & { isFirst: boolean; onMore: ((cursor: string) => void) | null }

function Page({ input, filter, lookups, isFirst, onMore }: PageProps) {
  const { data, error } = useQuery(reading(listIssues, input))
  const isShown = useMemo(() => matcher(filter, lookups), [filter, lookups])
  if (error) throw error
  if (!data) return <Waiting />
  // the server looks into descriptions too; what it found by its words stays
  const byWords = filter.text.trim() !== ''
  const shown = byWords ? data.items : data.items.filter(isShown)
  const { next } = data
  return (
    <>
      {isFirst && shown.length === 0 && next === null && <Nothing filtered={!isEverything(filter)} />}
      <ul aria-label="Issues">
        {shown.map((card) => (
          <IssueRow key={card.ref} group={input.group} card={card} lookups={lookups} />
        ))}
      </ul>
      {next !== null && onMore && (
        <div className="flex justify-center p-3">
          <Button onClick={() => onMore(next)}>Show more</Button>
        </div>
      )}
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="No issue matches">
      <p>Take a filter away, or look among the closed ones.</p>
    </Empty>
  ) : (
    <Empty title="No issues yet">
      <p>Issues are what boards show. The first one appears here as soon as it is created.</p>
    </Empty>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 p-4">
      {[70, 55, 82, 64, 48, 76, 60, 52].map((width) => (
        <span key={width} style={{ width: `${width}%` }}>
          <Bone className="h-4" />
        </span>
      ))}
    </div>
  )
}
