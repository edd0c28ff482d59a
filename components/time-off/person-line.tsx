'use client'

import { Avatar } from '#components/ui/avatar.tsx'
import { dayInFull } from '#components/ui/days/calendar-days.ts'
import { cx } from '#components/ui/cx.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { awayOn, daysAway } from '#lib/domain/time-off.ts'
import { workIn } from '#lib/domain/working-times.ts'
import type { PersonDay } from '#lib/domain/working-times.ts'

import { DraftBar, EntryBar } from './bars.tsx'
import { daysMore, daysOfDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { kindText } from './kind-text.ts'
import { DOTTED } from './legend.tsx'
import { daysOfEntry } from './lines.ts'
import type { Line } from './lines.ts'
import { entryOn, segmentsOf } from './segments.ts'
import type { DayPick } from './use-day-pick.ts'

type Props = {
  line: Line
  /** What is being entered for this person. */
  draft: Draft | null
  /** Null where the reader enters nothing for this person. */
  pick: DayPick | null
  onMenu: (anchor: HTMLElement, entry: TimeOffEntry) => void
}

/** The days of one person, with their bars, and how many of them time off takes. */
export function PersonLine({ line, draft, pick, onMenu }: Props) {
  const { handle, name, days, entries, sum } = line
  const entered = draft && daysOfDraft(draft)
  const work = workIn(days)
  const others = entries.filter(({ id }) => id !== draft?.entry)
  const shown = draft?.entry === null || !entered ? entries : others
  const saved = shown.flatMap((entry) =>
    segmentsOf(daysOfEntry(entry), days).map((segment) => ({ entry, segment })),
  )
  const more = entered ? daysMore(entered, others.map(daysOfEntry), work) : 0
  const kept =
    shown === entries ? sum : others.reduce((all, one) => all + daysAway(daysOfEntry(one), work), 0)
  const drawn = entered ? segmentsOf(entered, days) : []
  return (
    <tr>
      <th scope="row" className="py-1 pr-1 pl-3.5 text-left font-medium">
        <span className="flex min-w-0 items-center gap-1.5 text-sm">
          <Avatar face={{ handle, name }} size="sm" silent />
          <bdi className="truncate">{name}</bdi>
        </span>
      </th>
      {days.map((day) => {
        const entry = entryOn(shown, day.day)
        return (
          <td
            key={day.day}
            {...pick?.cellOf(handle, day.day)}
            aria-label={pick ? `${dayInFull(day.day)}, ${wordsOf(day, entry)}` : undefined}
            aria-selected={
              pick ? entered !== null && entered.fromOn <= day.day && day.day <= entered.toOn : undefined
            }
            className={cx(
              'relative h-[30px] p-0 focus-visible:z-10 focus-visible:outline-offset-[-2px]',
              day.work === 0 && 'bg-sunken',
              pick && 'cursor-cell touch-pan-x',
            )}
          >
            {day.off > 0 && (
              <span
                title={day.holiday?.name}
                className={cx(
                  'absolute inset-y-[5px] right-[2px] rounded-xs',
                  day.off < day.work ? 'left-1/2' : 'left-[2px]',
                  DOTTED,
                )}
              />
            )}
            {!pick && <span className="sr-only">{wordsOf(day, entry)}</span>}
            {saved
              .filter(({ segment }) => segment.from === day.day)
              .map(({ entry: one, segment }) => (
                <EntryBar key={one.id} entry={one} segment={segment} onMenu={onMenu} />
              ))}
            {drawn
              .filter((segment) => segment.from === day.day)
              .map((segment) => (
                <DraftBar key="draft" segment={segment} kind={draft?.kind ?? null} />
              ))}
          </td>
        )
      })}
      <td className="num pr-3 text-right text-sm whitespace-nowrap">
        {kept > 0 || more > 0 ? kept : ''}
        {more > 0 && <span className="text-accent"> + {more}</span>}
      </td>
    </tr>
  )
}

/** What holds on a day, for the ear. */
function wordsOf({ day, work, off, holiday }: PersonDay, entry: TimeOffEntry | undefined): string {
  if (entry && work - off > 0) {
    const part = awayOn(daysOfEntry(entry), day) < 1 ? ', half a day' : ''
    return `${kindText(entry.kind)}${part}${entry.shortNotice ? ', short notice' : ''}`
  }
  if (off > 0) return holiday?.name ?? 'holiday'
  return work === 0 ? 'no working day' : 'working day'
}
