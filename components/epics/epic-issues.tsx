'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { joinEpic } from '#lib/contract/issue-facts.ts'
import { useChange } from '#components/changes/use-change.ts'
import { askedOf } from '#components/issues/list/list-state.ts'
import type { ListState } from '#components/issues/list/list-state.ts'
import { ListTable } from '#components/issues/list/list-table.tsx'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useListState } from '#components/issues/list/use-list-state.ts'
import { usePeek } from '#components/issues/page/use-peek.ts'
import { useSelection } from '#components/issues/bulk/use-selection.ts'
import { Button } from '#components/ui/button.tsx'
import { fetchAhead } from '#components/ui/popups/fetch-ahead.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { Epic } from '#lib/contract/epics.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

import { epicListState } from './epic-state.ts'

const Peek = lazily(async () => (await import('#components/issues/page/peek.tsx')).Peek, { isAskedFor: true })
const loadBulkBar = async () => (await import('#components/issues/bulk/bulk-bar.tsx')).BulkBar
const BulkBar = lazily(loadBulkBar)
fetchAhead(loadBulkBar)
const AddIssueDialog = lazyPopup(async () => (await import('./add-issue-dialog.tsx')).AddIssueDialog)

type Props = { group: string; epic: Epic; lookups: Lookups; mayEdit: boolean }

/** Handbook › Scoping work: "The issues in the epic constitute the entire scope of the work item". */
export function EpicIssues({ group, epic, lookups, mayEdit }: Props) {
  const [inAddress, changeList] = useListState()
  const state = useMemo(() => epicListState(inAddress, epic.number), [inAddress, epic.number])
  const asked = useMemo(() => askedOf(group, state), [group, state])
  const [adding, setAdding] = useState(false)
  const change = useChange()
  const { data: index } = useQuery({
    ...reading(indexIssues, 'input' in asked ? asked.input : { group }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-sm">Scope</h2>
        {mayEdit && (
          <Button size="sm" onPointerEnter={AddIssueDialog.ahead} onClick={() => setAdding(true)}>
            Add an issue
          </Button>
        )}
      </div>
      {!index && <Skeleton className="h-24" />}
      {index?.total === 0 && (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-pretty text-ink-2">
          No issues yet. Add the issues of this epic.
        </p>
      )}
      {index && index.total > 0 && (
        <Issues group={group} index={index} state={state} change={changeList} lookups={lookups} />
      )}
      {adding && (
        <AddIssueDialog
          group={group}
          epic={epic}
          onClose={() => setAdding(false)}
          onFind={(card) =>
            void change({
              endpoint: joinEpic,
              input: { group, ref: card.ref, epic: epic.number },
              issue: card.ref,
              optimistic: { epic: epic.number },
              message: `Added #${card.ref} to “${epic.title}”.`,
            })
          }
        />
      )}
    </section>
  )
}

type IssuesProps = {
  group: string
  index: IssueIndex
  state: ListState
  change: (part: Partial<ListState>) => void
  lookups: Lookups
}

/** Of more than these the last is shown by half, so that the eye sees that there are more. */
const MOST_ROWS = 14

function Issues(props: IssuesProps) {
  const { group, index, lookups } = props
  const order = useMemo(() => index.groups.flatMap(({ refs }) => refs), [index])
  const selection = useSelection(order)
  const [peeked, peek] = usePeek()
  const rows = index.total > MOST_ROWS ? MOST_ROWS - 0.5 : index.total
  return (
    <div className="flex flex-col overflow-hidden rounded-lg border border-line [&>div>div]:border-t-0 [&_tr:last-child]:border-b-0">
      <div
        className="flex flex-col [--head:32px] [--row:36px] max-sm:[--head:36px] max-sm:[--row:98px]"
        style={{ height: `calc(${rows} * var(--row) + var(--head))` }}
      >
        <ListTable {...props} isWithin title="Scope" selection={selection} onPeek={peek} />
      </div>
      {selection.refs.size > 0 && <BulkBar selection={selection} tab="all" />}
      {peeked !== null && (
        <div className="fixed inset-y-0 right-0 z-20 flex shadow-float">
          <Peek group={group} issue={peeked} lookups={lookups} onClose={() => peek(null)} />
        </div>
      )}
    </div>
  )
}
