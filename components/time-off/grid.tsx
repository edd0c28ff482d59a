'use client'

import type { ReactNode } from 'react'

import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { eachDay } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { DayHeads } from './day-heads.tsx'
import { newDraft, withDays } from './draft.ts'
import type { Draft } from './draft.ts'
import { Legend } from './legend.tsx'
import type { Part } from './lines.ts'
import type { Period, Timebox } from './period.ts'
import { PersonLine } from './person-line.tsx'
import { entryOn } from './segments.ts'
import { useDayPick } from './use-day-pick.ts'

type Props = {
  period: Period
  boxes: readonly Timebox[]
  parts: readonly Part[]
  today: PlainDate
  draft: Draft
  mayEnterFor: (person: string) => boolean
  onDraft: (draft: Draft) => void
  onMenu: (anchor: HTMLElement, entry: TimeOffEntry) => void
  /** Rows below those of people. */
  children: ReactNode
}

// A table whose cells are gone through with arrows, which no tag of HTML says.
const GRID = { role: 'grid' }

/** People and days. Own days are dragged over, or chosen by Shift with the arrow keys; the EM does so for everyone. */
export function Grid(props: Props) {
  const { period, boxes, parts, today, draft, mayEnterFor, onDraft, onMenu, children } = props
  const days = eachDay(period.from, period.to)
  const lines = parts.flatMap((part) => part.lines)
  const open = lines.filter(({ handle }) => mayEnterFor(handle)).map(({ handle }) => handle)
  const pick = useDayPick({
    people: open,
    days,
    today,
    chosen: draft,
    onPick: (person, a, b) => onDraft(withDays(draft.person === person ? draft : newDraft(person), a, b)),
    onOpen: (person, day, cell) => {
      const entry = entryOn(lines.find(({ handle }) => handle === person)?.entries ?? [], day)
      if (entry?.editable) onMenu(cell, entry)
      else if (!entry) onDraft(withDays(draft.person === person ? draft : newDraft(person), day, day))
    },
  })
  const isQuiet = lines.every(({ entries }) => entries.length === 0)
  return (
    <section aria-labelledby="who-is-away" className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3.5 py-2.5">
        <h2 id="who-is-away" className="flex-1 text-sm font-semibold whitespace-nowrap">
          Group, <bdi>{period.title}</bdi>
        </h2>
        <Legend />
      </div>
      {isQuiet && (
        <p className="px-3.5 pt-2.5 text-ink-2">
          No time off in <bdi>{period.title}</bdi>.
        </p>
      )}
      <div className="scroll-calm relative overflow-x-auto print:overflow-visible">
        <table
          {...GRID}
          aria-labelledby="who-is-away"
          className="w-full min-w-[840px] table-fixed border-separate border-spacing-0 text-xs select-none print:min-w-0"
        >
          <colgroup>
            <col className="w-[160px]" />
            {days.map((day) => (
              <col key={day} />
            ))}
            <col className="w-[52px]" />
          </colgroup>
          <DayHeads days={days} boxes={boxes} today={today} />
          {parts.map(({ title, lines: held }) => (
            <tbody key={title}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={days.length + 2}
                  className="border-t border-line px-3.5 pt-1.5 text-left text-2xs font-semibold whitespace-nowrap text-ink-3"
                >
                  <bdi>{title}</bdi>
                </th>
              </tr>
              {held.map((line) => (
                <PersonLine
                  key={line.handle}
                  line={line}
                  draft={draft.person === line.handle ? draft : null}
                  pick={open.includes(line.handle) ? pick : null}
                  onMenu={onMenu}
                />
              ))}
            </tbody>
          ))}
          {children}
        </table>
      </div>
      {open.length > 0 && (
        <p className="no-print border-t border-line px-3.5 py-2 text-xs text-pretty text-ink-3">
          Drag over days to enter time off, or hold Shift and press the arrow keys. Press a bar to change it.
        </p>
      )}
    </section>
  )
}
