'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import { FilterBar } from '#components/filters/filter-bar.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

import { BulkBar } from '#components/issues/bulk/bulk-bar.tsx'
import { ListMenus } from './list-menus.tsx'
import { ON_LISTS } from './list-questions.ts'
import { askedOf, chipsIn, withChips, withRest } from './list-state.ts'
import type { Asked, ListState } from './list-state.ts'
import { ListTable } from './list-table.tsx'
import { useLookups } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { NewIssue } from '#components/issues/form/new-issue.tsx'
import { StateTabs } from './state-tabs.tsx'
import { useListState } from './use-list-state.ts'
import type { ChangeList } from './use-list-state.ts'
import { usePeek } from '#components/issues/page/use-peek.ts'
import { useSelection } from '#components/issues/bulk/use-selection.ts'
import { WrittenFilter } from '#components/filters/written-filter.tsx'

const FindingNote = lazily(
  async () => (await import('#components/issues/report/finding-note.tsx')).FindingNote,
)
const Peek = lazily(async () => (await import('#components/issues/page/peek.tsx')).Peek, { isAskedFor: true })

/** The issues of a group: filtered, sorted and grouped by the server, as the address says. */
export function IssueList({ group }: { group: string }) {
  const lookups = useLookups(group)
  const [state, change] = useListState()
  const asked = useMemo(() => askedOf(group, state), [group, state])
  const { data: index, error } = useQuery({
    ...reading(indexIssues, 'input' in asked ? asked.input : { group }),
    enabled: 'input' in asked,
    placeholderData: keepPreviousData,
  })
  const { chips, rest, beside } = useMemo(() => chipsIn(state.written), [state.written])
  const [writing, setWriting] = useState(false)
  const isWritten = writing || beside !== ''
  const write = async (text: string) => {
    const now = withRest(chips, text)
    if ('refusal' in now) return now.refusal
    change(now)
    return null
  }
  const search = useRef<HTMLInputElement>(null)
  useHotkeys('Issues', [{ keys: ['/'], what: 'Filter', act: () => search.current?.focus() }])
  if (error && !index) throw error
  return (
    <div className="flex min-h-0 w-full flex-1 flex-col">
      <header className="@container flex flex-none flex-col gap-3 px-5 pt-4 pb-3 max-sm:px-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="max-sm:sr-only text-lg">Issues</h1>
          <StateTabs state={state} />
          <span className="flex-1" />
          <div className="contents max-sm:order-1 max-sm:flex max-sm:w-full max-sm:gap-1">
            <ListMenus group={group} state={state} change={change} asked={asked} />
          </div>
          <NewIssue group={group} />
        </div>
        <FilterBar
          view={lookups}
          chips={chips}
          onChange={(now) => change({ written: withChips(now, rest) })}
          counts={index && 'input' in asked ? { shown: index.total, all: index.total } : null}
          search={search}
          questions={ON_LISTS}
          more={
            !isWritten && (
              <button
                type="button"
                className="tap min-h-6 rounded-xs px-1 text-xs text-ink-2 underline-offset-2 hover:underline max-sm:hidden"
                onClick={() => setWriting(true)}
              >
                Advanced filter
              </button>
            )
          }
        />
        {isWritten && (
          <WrittenFilter
            written={beside}
            onWrite={write}
            refusal={refusalOf(asked)}
            onRemove={() => {
              setWriting(false)
              change({ written: withChips(chips) })
            }}
          />
        )}
        {chips.clauses.some(({ field }) => field === 'finding') && (
          <FindingNote group={group} chips={chips} />
        )}
      </header>
      {index ? (
        <Content group={group} index={index} state={state} change={change} lookups={lookups} />
      ) : 'refusal' in asked ? (
        <Empty title="Invalid filter">
          <p>Fix it above, or remove it.</p>
        </Empty>
      ) : (
        <Waiting />
      )}
    </div>
  )
}

const refusalOf = (asked: Asked) => ('refusal' in asked ? asked.refusal : null)

type ContentProps = {
  group: string
  index: IssueIndex
  state: ListState
  change: ChangeList
  lookups: Lookups
}

function Content(props: ContentProps) {
  const { group, index, state, lookups } = props
  const order = useMemo(() => index.groups.flatMap(({ refs }) => refs), [index])
  const selection = useSelection(order)
  const [peeked, peek] = usePeek()
  if (index.total === 0) return <Nothing narrowed={state.written !== ''} />
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <ListTable {...props} selection={selection} onPeek={peek} />
        {selection.refs.size > 0 && <BulkBar selection={selection} tab={state.tab} />}
      </div>
      {peeked !== null && <Peek group={group} issue={peeked} lookups={lookups} onClose={() => peek(null)} />}
    </div>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty title="No issues match">
      <p>Remove a filter, or look in closed issues.</p>
    </Empty>
  ) : (
    <Empty title="No issues yet">
      <p>Create the first issue.</p>
    </Empty>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-5 border-t border-line bg-surface p-4">
      {[70, 55, 82, 64, 48, 76, 60, 52].map((width) => (
        <span key={width} style={{ width: `${width}%` }}>
          <Skeleton className="h-4" />
        </span>
      ))}
    </div>
  )
}
