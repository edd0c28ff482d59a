'use client'

import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Section } from '#components/ui/section.tsx'
import { removeWorkingTime } from '#lib/contract/working-times.ts'
import type { WorkingTimesOfPerson } from '#lib/contract/working-times.ts'
import { daysInWeek, weekText } from '#lib/domain/week-text.ts'
import { DEFAULT_WEEK, timeOn } from '#lib/domain/working-times.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { inDays } from './week-field.tsx'

const WorkingWeekDialog = lazyPopup(async () => (await import('./working-week-dialog.tsx')).WorkingWeekDialog)

type Time = WorkingTimesOfPerson['times'][number]
type Props = {
  group: string
  person: { handle: string; name: string }
  times: readonly Time[]
  today: PlainDate
  placeOfGroup: string
  mayEdit: boolean
}

/** How a person works now, what comes next, and what was before. */
export function WorkingWeeks({ group, person, times, today, placeOfGroup, mayEdit }: Props) {
  const [editing, setEditing] = useState<Time | 'new' | null>(null)
  const change = useChange()
  const now = timeOn(times, today)
  const rest = times.filter((time) => time !== now).toReversed()
  const remove = ({ from }: Time) =>
    void change({
      endpoint: removeWorkingTime,
      input: { group, person: person.handle, from },
      message: `Removed the working week from ${dayMonthYear(from)}.`,
    })
  const acts = (time: Time) =>
    mayEdit && (
      <span className="no-print -mx-2 flex flex-none gap-1">
        <Button
          size="sm"
          kind="quiet"
          aria-label={`Edit the week from ${dayMonthYear(time.from)}`}
          onPointerEnter={WorkingWeekDialog.ahead}
          onClick={() => setEditing(time)}
        >
          Edit
        </Button>
        <Button
          size="sm"
          kind="quiet"
          aria-label={`Remove the week from ${dayMonthYear(time.from)}`}
          onClick={() => remove(time)}
        >
          Remove
        </Button>
      </span>
    )
  const where = (time: Time | null) => time?.place || placeOfGroup || 'not set'
  return (
    <Section title="Working week">
      <div className="flex flex-col rounded-lg border border-line bg-surface">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-3.5 py-2.5">
          <div className="min-w-0 basis-56">
            <p className="font-medium text-pretty">
              {capital(weekText(now?.week ?? DEFAULT_WEEK))}
              <span className="num font-normal text-ink-2">
                {' '}
                · {inDays(daysInWeek(now?.week ?? DEFAULT_WEEK))} a week
              </span>
            </p>
            <p className="text-pretty text-ink-2">Public holidays: {where(now)}</p>
            {now && <p className="num text-xs text-ink-3">From {dayMonthYear(now.from)}</p>}
          </div>
          {now && acts(now)}
        </div>
        {rest.length > 0 && (
          <ul aria-label="Other working weeks">
            {rest.map((time) => (
              <li
                key={time.from}
                className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 border-t border-line px-3.5 py-2"
              >
                <p className="min-w-0 basis-56 text-pretty text-ink-2">
                  <span className="num">From {dayMonthYear(time.from)}</span>: {weekText(time.week)}
                  {time.place && ` · ${time.place}`}
                </p>
                {acts(time)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {mayEdit && (
        <Button
          className="no-print self-start"
          onPointerEnter={WorkingWeekDialog.ahead}
          onClick={() => setEditing('new')}
        >
          Change from a day…
        </Button>
      )}
      {editing && (
        <WorkingWeekDialog
          group={group}
          person={person}
          times={times}
          edited={editing === 'new' ? undefined : editing}
          today={today}
          placeOfGroup={placeOfGroup}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
