'use client'

import { useMemo, useState } from 'react'

import { dayMonth } from '#components/ui/days/days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { useDrawn } from '#components/ui/virtual/use-drawn.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { figure } from '#lib/domain/capacity/text.ts'

import { type Block, blocksOf } from './blocks.ts'
import { days } from './capacity-text.ts'
import { GridRow } from './grid-row.tsx'
import { PersonRow } from './person-row.tsx'
import { type Place, teamDays } from './sums.ts'
import { useCells } from './use-cells.ts'

const SumPopup = lazily(async () => (await import('./sum-popup.tsx')).SumPopup)

type Props = { group: string; view: CapacityView; mayOverride: boolean }

/** People × weeks by team. Each figure opens into its sum. */
export function CapacityGrid({ group, view, mayOverride }: Props) {
  const [opened, setOpened] = useState<{ place: Place; anchor: HTMLElement } | null>(null)
  const [open] = useState(
    () => (place: Place, anchor: HTMLElement) =>
      setOpened((now) => (now?.anchor === anchor ? null : { place, anchor })),
  )
  const { at, reach } = useCells(view.weeks.length + 1)
  const blocks = useMemo(() => blocksOf(view), [view])
  const lines = view.rows.length + blocks.length
  const drawn = useDrawn(lines)
  const line = (row: number) => ({
    at: row,
    tabColumn: at.row === row ? at.column : null,
    onOpen: open,
    onReach: reach,
  })
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-3 max-sm:px-3">
      <table
        aria-label={`Capacity of ${view.milestone.title} by person and week, in days`}
        className="w-full table-fixed border-separate border-spacing-x-[3px] border-spacing-y-[3px] max-sm:block"
      >
        <thead className="text-xs text-ink-2 max-sm:sr-only">
          <tr>
            <th scope="col" className="w-60 max-lg:w-44">
              <span className="sr-only">Person</span>
            </th>
            {view.weeks.map((week) => (
              <th key={week} scope="col" className="num font-medium">
                {dayMonth(week)}
              </th>
            ))}
            <th scope="col" className="w-18 px-1 text-right font-medium">
              capacity
            </th>
            <th scope="col" className="w-44 pl-2 text-left font-medium">
              load
            </th>
          </tr>
        </thead>
        {blocks.map((block) => (
          <tbody key={block.team} className="max-sm:block">
            <GridRow
              {...line(block.first)}
              look="team"
              place={{ team: block.team, person: null }}
              name={block.name}
              head={<bdi className="text-xs font-semibold wrap-anywhere">{block.name}</bdi>}
              cells={view.weeks.map((week) => plainCell(week, teamDays(view, block.team, week)))}
              weight={figure(block.weight)}
              load={block}
            />
            {drawnOf(block, drawn).map(({ row, notes }, place) => (
              <PersonRow
                key={row.person}
                {...line(block.first + 1 + place)}
                group={group}
                row={row}
                notes={notes}
              />
            ))}
          </tbody>
        ))}
        <Room lines={lines - drawn} />
        <tfoot className="max-sm:block">
          <GridRow
            {...line(lines)}
            look="total"
            place={{ team: null, person: null }}
            name="The group"
            head="The group"
            cells={view.weeks.map((week) =>
              plainCell(
                week,
                view.teams.reduce((sum, { team }) => sum + teamDays(view, team, week), 0),
              ),
            )}
            weight={figure(view.total.weight)}
            load={view.total}
          />
        </tfoot>
      </table>
      {opened && (
        <SumPopup
          group={group}
          view={view}
          place={opened.place}
          anchor={opened.anchor}
          mayOverride={mayOverride}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

/** Of the people of a team, those whose lines are drawn by now. */
const drawnOf = ({ people, first }: Block, drawn: number) => people.slice(0, Math.max(0, drawn - first - 1))

/** A line and what is between two of them. */
const LINE = 35

/** Keeps the place of the lines that are still to be drawn. */
function Room({ lines }: { lines: number }) {
  if (lines <= 0) return null
  return (
    <tbody aria-hidden="true" className="max-sm:block">
      <tr className="max-sm:block">
        <td style={{ height: lines * LINE }} className="max-sm:block">
          &nbsp;
        </td>
      </tr>
    </tbody>
  )
}

const plainCell = (week: string, value: number) => ({
  week,
  spoken: days(value),
  face: <span className="grid h-8 place-items-center text-ink-2">{figure(value)}</span>,
})
