import Link from 'next/link'
import { memo } from 'react'
import type { ReactNode } from 'react'

import { Check } from '#components/ui/check.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { ListColumn, ListRow } from '#lib/contract/issue-lists.ts'
import { issueLink } from '#lib/kit/links.ts'

import { cellOf } from './list-cells.tsx'
import type { CellNames } from './list-cells.tsx'

type Props = {
  group: string
  refNumber: number
  /** Null while it is on its way. */
  row: ListRow | null
  columns: readonly ListColumn[]
  template: string
  names: CellNames
  top: number
  height: number
  index: number
  active: boolean
  selected: boolean
  phone: boolean
  /** Null for those who only read: there is nothing to select for. */
  onToggle: ((ref: number, range: boolean) => void) | null
}

/** One issue of a list: a line of cells, on a phone a card. */
export const ListLine = memo(function ListLine(props: Props) {
  const { refNumber, row, columns, template, names, top, height, index, active, selected, phone, onToggle } =
    props
  return (
    <tr
      aria-rowindex={index}
      aria-selected={onToggle ? selected : undefined}
      style={{ transform: `translateY(${top}px)`, height, gridTemplateColumns: phone ? undefined : template }}
      className={cx(
        'absolute inset-x-0 top-0 border-b border-line',
        phone ? cx('flex gap-1 py-2 pr-3', onToggle ? 'pl-1' : 'pl-3') : 'grid items-center',
        selected ? 'bg-accent-soft' : active ? 'bg-hover' : 'focus-within:bg-hover hover:bg-hover',
        active && 'shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
    >
      {onToggle && (
        <td className={phone ? 'grid place-items-center' : 'pl-4'}>
          <Check
            checked={selected}
            label={`Select #${refNumber}`}
            onPress={(range) => onToggle(refNumber, range)}
          />
        </td>
      )}
      {row === null ? (
        <td className={cx('col-span-full flex-1 pr-6', onToggle ? 'col-start-2' : 'pl-4')}>
          <Skeleton className="h-4 w-2/3" />
        </td>
      ) : phone ? (
        <Card {...props} row={row} />
      ) : (
        columns.map((column) => (
          <td
            key={column}
            className="@container flex min-w-0 items-center gap-1.5 self-stretch overflow-hidden px-1.5 text-sm whitespace-nowrap text-ink-2 first:pl-5"
          >
            {column === 'title' ? <Title {...props} row={row} /> : cellOf(row, column, names)}
          </td>
        ))
      )}
    </tr>
  )
})

function Title({ group, row, phone }: Props & { row: ListRow }) {
  return (
    <>
      <Link
        href={issueLink(group, row.ref)}
        prefetch={false}
        data-ref={row.ref}
        dir="auto"
        className={cx(
          'min-w-0 rounded-xs font-medium text-ink hover:underline focus-visible:outline-offset-[-2px]',
          'line-clamp-2 wrap-anywhere',
          phone ? 'text-pretty after:absolute after:inset-0' : 'leading-[16px] whitespace-normal',
        )}
      >
        {row.title}
      </Link>
      {row.confidential && (
        <span data-tip="Confidential" className="flex-none">
          <Icon name="lock" className="size-3.5 text-ink-3" />
          <span className="sr-only">confidential</span>
        </span>
      )}
    </>
  )
}

/** What stands elsewhere on a card. */
const APART: readonly ListColumn[] = ['dri', 'confidential']

function Card(props: Props & { row: ListRow }) {
  const { row, names } = props
  return (
    <td className="flex min-w-0 flex-1 flex-col justify-center gap-1">
      <span className="flex min-w-0 gap-1.5">
        <Title {...props} />
      </span>
      <span className="flex min-w-0 items-end gap-2 text-xs text-ink-2">
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          {props.columns.map((column) =>
            column === 'title' || APART.includes(column) ? null : (
              <Part key={column}>{cellOf(row, column, names)}</Part>
            ),
          )}
        </span>
        <span className="flex max-w-28 flex-none items-center gap-1.5 p-0.5">
          {cellOf(row, 'dri', names)}
        </span>
      </span>
    </td>
  )
}

const Part = ({ children }: { children: ReactNode }) =>
  children ? <span className="flex min-w-0 flex-none items-center">{children}</span> : null
