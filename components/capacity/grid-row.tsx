import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { LoadBar } from './load-bar.tsx'
import type { Place } from './sums.ts'

export type Cell = { week: PlainDate; spoken: string; face: ReactNode }

/** A line of the grid, for the keys and for what opens sums. */
export type GridLine = {
  /** Which one it is. */
  at: number
  /** The column that Tab comes to; null in the lines to which it does not come. */
  tabColumn: number | null
  onOpen: (place: Place, anchor: HTMLElement) => void
  onReach: (row: number, column: number) => void
}

type Props = GridLine & {
  place: Omit<Place, 'week'>
  /** As it is said before each figure. */
  name: string
  head: ReactNode
  cells: readonly Cell[]
  weight: string
  load: { load: number; weight: number }
  look: 'person' | 'team' | 'total'
}

const LOOKS = {
  person: '',
  team: 'font-medium text-ink-2 sm:*:pt-2.5',
  total: 'font-semibold *:border-t *:border-line-strong *:pt-1.5',
}

/** A line of the grid; on a phone a card, with the weeks below the name. */
export function GridRow(props: Props) {
  const { at, tabColumn, place, name, head, cells, weight, load, look, onOpen, onReach } = props
  const button = (column: number, week: PlainDate | null, spoken: string, face: ReactNode) => (
    <button
      type="button"
      data-cell={`${at} ${column}`}
      tabIndex={tabColumn === column ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={spoken}
      onFocus={() => onReach(at, column)}
      onClick={(event) => onOpen({ ...place, week }, event.currentTarget)}
      className="num block w-full rounded-xs hover:outline hover:outline-control focus-visible:relative focus-visible:z-10"
    >
      {face}
    </button>
  )
  return (
    <tr className={cx('capacity-row', LOOKS[look])}>
      <th scope="row" className="text-left font-normal max-sm:col-span-full">
        <span className="flex min-w-0 items-center gap-2">{head}</span>
      </th>
      {cells.map(({ week, spoken, face }, column) => (
        <td key={week}>
          <span
            aria-hidden="true"
            className="num block text-center text-2xs font-normal text-ink-3 sm:hidden"
          >
            {dayMonth(week)}
          </span>
          {button(column, week, `${name}, ${dayMonth(week)}: ${spoken}`, face)}
        </td>
      ))}
      <td className="max-sm:col-span-2 max-sm:flex max-sm:items-center">
        <span aria-hidden="true" className="font-normal text-ink-3 sm:hidden">
          Capacity
        </span>
        {button(
          cells.length,
          null,
          `${name}: capacity ${weight}`,
          <span className="flex h-8 items-center justify-end px-1 font-semibold text-ink max-sm:justify-start">
            {weight}
          </span>,
        )}
      </td>
      <td className="pl-2 font-normal text-ink-2 max-sm:col-span-3 max-sm:self-center">
        <LoadBar {...load} />
      </td>
    </tr>
  )
}
