'use client'

import Link from 'next/link'

import { PastButton } from '#components/past/past-button.tsx'
import { GroupButton } from '#components/ui/group-button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { ViewsButton } from '#components/views/views-button.tsx'
import { COLUMNS, exportIssues, GROUPS, SORTS } from '#lib/contract/issue-lists.ts'
import { addressOf } from '#lib/http/call.ts'
import { reportLink } from '#lib/kit/links.ts'

import { columnTitle } from './list-cells.tsx'
import { groupName } from './list-lines.ts'
import { USUAL_COLUMNS } from './list-state.ts'
import type { Asked, ListState } from './list-state.ts'
import type { ChangeList } from './use-list-state.ts'

type Props = { group: string; state: ListState; change: ChangeList; asked: Asked }

/** How the list is laid out, and the way out of it as a file. */
export function ListMenus({ group, state, change, asked }: Props) {
  return (
    <>
      <PastButton />
      <ViewsButton group={group} place="issues" />
      <GroupButton by={state.by ? groupName(state.by) : 'none'} entries={() => groupEntries(state, change)} />
      <MenuButton
        kind="quiet"
        menuLabel="Sort by"
        className="sm:hidden"
        entries={() => sortEntries(state, change)}
      >
        <Icon name="rows" />
        <span className="sr-only">Sort: {columnTitle(state.sort)}</span>
      </MenuButton>
      <MenuButton kind="quiet" tip="Columns" menuLabel="Columns" entries={() => columnEntries(state, change)}>
        <Icon name="board" />
        <span className="@max-4xl:sr-only">Columns</span>
      </MenuButton>
      <Link
        href={reportLink(group)}
        prefetch={false}
        data-tip="Needs attention in open issues"
        className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Icon name="check" />
        <span className="@max-4xl:sr-only">Triage report</span>
      </Link>
      {'input' in asked && state.at === null && (
        <a
          href={addressOf(exportIssues, { ...exported(asked.input), group, columns: state.columns.join() })}
          download
          data-tip="All issues of this list, with these columns"
          className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Icon name="export" />
          <span className="@max-4xl:sr-only">Export CSV</span>
        </a>
      )}
    </>
  )
}

function exported(input: Extract<Asked, { input: unknown }>['input']) {
  const { filter, sort, direction } = input
  return { filter, sort, direction }
}

const groupEntries = ({ by }: ListState, change: ChangeList): MenuEntry[] => [
  { kind: 'act', label: 'No groups', checked: by === null, act: () => change({ by: null, folded: [] }) },
  ...GROUPS.map((one): MenuEntry => ({
    kind: 'act',
    label: `By ${groupName(one)}`,
    checked: by === one,
    act: () => change({ by: one, folded: [] }),
  })),
]

/** On a phone, where no head of a column can be pressed; the one that is chosen turns round. */
const sortEntries = ({ sort, down }: ListState, change: ChangeList): MenuEntry[] =>
  SORTS.map((one) => ({
    kind: 'act',
    label: columnTitle(one),
    checked: one === sort,
    ...(one === sort ? { hint: down ? 'falling' : 'rising' } : {}),
    act: () => change({ sort: one, down: one === sort ? !down : false }),
  }))

/** The title always stays: it is what one opens. */
const columnEntries = ({ columns }: ListState, change: ChangeList): MenuEntry[] => [
  ...COLUMNS.filter((column) => column !== 'title').map((column): MenuEntry => {
    const held = columns.includes(column)
    return {
      kind: 'act',
      label: columnTitle(column),
      checked: held,
      stay: true,
      act: () =>
        change({ columns: COLUMNS.filter((one) => (one === column ? !held : columns.includes(one))) }),
    }
  }),
  { kind: 'line' },
  { kind: 'act', label: 'Default order', act: () => change({ columns: USUAL_COLUMNS }) },
]
