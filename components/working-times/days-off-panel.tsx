'use client'

import { useId, useState } from 'react'

import { useBusyChange, useChange } from '#components/changes/use-change.ts'
import { Panel } from '#components/ui/panel.tsx'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { addDayOff, removeDayOff } from '#lib/contract/working-times.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { whyNotDayOff } from '#lib/domain/working-times.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

const FormDialog = lazyPopup(async () => (await import('#components/ui/popups/form-dialog.tsx')).FormDialog)

type DayOff = { day: PlainDate; name: string }
type Props = { group: string; daysOff: readonly DayOff[]; today: PlainDate; reason: string | null }

/** Days on which the whole group is off, beside public holidays; those to come first. */
export function DaysOffPanel({ group, daysOff, today, reason }: Props) {
  const [adding, setAdding] = useState(false)
  const { change, busy } = useBusyChange()
  const coming = daysOff.filter(({ day }) => day >= today)
  const past = daysOff.filter(({ day }) => day < today).toReversed()
  return (
    <Panel
      id={useId()}
      title="Days off of the group"
      action={
        !reason && (
          <Button onPointerEnter={FormDialog.ahead} onClick={() => setAdding(true)}>
            Add a day off
          </Button>
        )
      }
    >
      {daysOff.length === 0 && (
        <p className="border-t border-line px-4 py-2.5 text-pretty text-ink-3">
          No days off yet, such as a Family & Friends Day. Public holidays come from the country.
        </p>
      )}
      <ul aria-label="Days off of the group">
        {[...coming, ...past].map((one) => (
          <DayOffRow key={one.day} group={group} dayOff={one} isPast={one.day < today} reason={reason} />
        ))}
      </ul>
      {adding && (
        <FormDialog
          title="Add a day off"
          description="Everyone in the group is off on that day."
          questions={[
            { name: 'day', label: 'Day', kind: 'day', today },
            { name: 'name', label: 'Name', max: 80 },
          ]}
          values={{ day: '', name: 'Family & Friends Day' }}
          buttonLabel="Add"
          busy={busy}
          whyNot={({ day = '', name = '' }) => {
            if (day === '') return 'Enter a day.'
            const there = daysOff.find((one) => one.day === day)?.name
            const refusal = whyNotDay(day) ?? whyNotDayOff(there)
            return refusal?.because ?? (name.trim() === '' ? 'Enter a name.' : null)
          }}
          onSend={({ day = '', name = '' }) =>
            change({
              endpoint: addDayOff,
              input: { group, day, name: name.trim() },
              message: `Added ${name.trim()}, ${dayMonthYear(day)}.`,
            })
          }
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  )
}

type RowProps = { group: string; dayOff: DayOff; isPast: boolean; reason: string | null }

function DayOffRow({ group, dayOff: { day, name }, isPast, reason }: RowProps) {
  const change = useChange()
  return (
    <li className="flex min-h-11 items-center gap-3 border-t border-line px-4 py-1.5">
      <span className={`num w-28 flex-none ${isPast ? 'text-ink-3' : 'text-ink-2'}`}>
        {dayMonthYear(day)}
      </span>
      <bdi className="min-w-0 flex-1 wrap-anywhere">{name}</bdi>
      {!reason && (
        <Button
          size="sm"
          kind="quiet"
          aria-label={`Remove ${name}, ${dayMonthYear(day)}`}
          onClick={() =>
            void change({
              endpoint: removeDayOff,
              input: { group, day },
              message: `Removed ${name}, ${dayMonthYear(day)}.`,
            })
          }
        >
          Remove
        </Button>
      )}
    </li>
  )
}
