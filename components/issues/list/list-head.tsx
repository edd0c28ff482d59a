import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { ListColumn } from '#lib/contract/issue-lists.ts'

import { columnTitle, sortOf } from './list-cells.tsx'
import type { ListState } from './list-state.ts'
import type { ChangeList } from './use-list-state.ts'

type Props = { state: ListState; change: ChangeList; template: string; check: ReactNode | null }

/** The titles of the columns; those that sort are buttons, once up, twice down. */
export function ListHead({ state, change, template, check }: Props) {
  return (
    <tr
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
      className="grid h-8 items-center border-b border-line bg-sunken text-xs text-ink-2"
    >
      {check && (
        <th scope="col" className="pl-4">
          {check}
        </th>
      )}
      {state.columns.map((column) => (
        <Title key={column} column={column} state={state} change={change} />
      ))}
    </tr>
  )
}

type TitleProps = { column: ListColumn; state: ListState; change: ChangeList }

function Title({ column, state, change }: TitleProps) {
  const sort = sortOf(column)
  const sorted = sort === state.sort
  const title = column === 'number' ? 'No.' : columnTitle(column)
  if (!sort) {
    return (
      <th scope="col" className="truncate px-1.5 text-left font-medium first:pl-5">
        {title}
      </th>
    )
  }
  return (
    <th
      scope="col"
      aria-sort={sorted ? (state.down ? 'descending' : 'ascending') : 'none'}
      className="flex min-w-0 first:pl-3.5"
    >
      <button
        type="button"
        onClick={() => change({ sort, down: sorted ? !state.down : false })}
        className={cx(
          'flex min-h-6 min-w-0 items-center rounded-xs pl-1.5 font-medium hover:text-ink focus-visible:outline-offset-[-2px]',
          sorted ? 'pr-0 text-ink' : 'pr-1.5',
        )}
      >
        <span dir="auto" className="truncate">
          {title}
        </span>
        {sorted && <Icon name="chevron" className={cx('size-2.5', !state.down && 'rotate-180')} />}
      </button>
    </th>
  )
}
