'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { changeGroup } from '#lib/contract/groups.ts'
import { LEAST_DAYS_PER_WEIGHT, MOST_DAYS_PER_WEIGHT } from '#lib/domain/groups.ts'

import { zonesWith } from './zones.ts'

export function CalendarForm({ group, onClose }: { group: string; onClose: () => void }) {
  const { zone, daysPerWeight, focusFactor } = useGroup(group)
  const { change, busy } = useBusyChange()
  const send = ({ zone: chosen = zone, ...values }: Values) => {
    const said = {
      zone: chosen,
      daysPerWeight: numberOf(values.days),
      focusFactor: numberOf(values.focus) / 100,
    }
    return change({
      endpoint: changeGroup,
      input: { group, ...said },
      message: 'Saved the calendar and capacity.',
    })
  }
  return (
    <FormDialog
      title="Calendar and capacity"
      questions={[
        {
          name: 'zone',
          label: 'Time zone',
          hint: 'Days of milestones, updates and weeks follow this time zone.',
          options: zonesWith(zone),
        },
        {
          name: 'days',
          label: 'Working days per weight',
          kind: 'number',
          hint: 'The handbook says 2. Capacity is available days divided by it.',
        },
        {
          name: 'focus',
          label: 'Focus factor in percent',
          kind: 'number',
          hint: 'The share of working time for issues.',
        },
      ]}
      values={{ zone, days: String(daysPerWeight), focus: String(Math.round(focusFactor * 10_000) / 100) }}
      deed="Save"
      busy={busy}
      whyNot={({ days, focus }) => {
        if (!isWithin(numberOf(days), LEAST_DAYS_PER_WEIGHT, MOST_DAYS_PER_WEIGHT)) {
          return `A weight takes ${LEAST_DAYS_PER_WEIGHT} to ${MOST_DAYS_PER_WEIGHT} days.`
        }
        return isWithin(numberOf(focus), 1, 100) ? null : 'Enter a focus factor from 1 to 100 %.'
      }}
      onSend={send}
      onClose={onClose}
    />
  )
}

/** A comma is as good as a point. */
const numberOf = (text = ''): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most
