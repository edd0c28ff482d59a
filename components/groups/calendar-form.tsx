'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useCountries } from '#components/working-times/use-countries.ts'
import { changeGroup } from '#lib/contract/groups.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { LEAST_DAYS_PER_WEIGHT, MOST_DAYS_PER_WEIGHT } from '#lib/domain/groups.ts'
import { hourText } from '#lib/domain/refinement-turn.ts'
import { WEEKDAYS } from '#lib/domain/week-text.ts'

import { syncQuestions, syncTurnOf, syncValues, whyNotSyncTurn } from './sync-questions.ts'
import { zonesWith } from './zones.ts'

export function CalendarForm({ group, onClose }: { group: string; onClose: () => void }) {
  const { zone, daysPerWeight, focusFactor, country, region, triageShare, ...turn } = useGroup(group)
  const place = usePrefetched(listWorkingTimes, { group }).place
  const { countries, regionsOf, regionIn } = useCountries({ country, region, place })
  const { change, busy } = useBusyChange()
  const send = ({ zone: chosen = zone, ...values }: Values) => {
    const where = values.country ?? ''
    const fields = {
      zone: chosen,
      country: where,
      region: regionIn(where, where === '' ? '' : (values.region ?? '')),
      triageShare: numberOf(values.triage),
      daysPerWeight: numberOf(values.days),
      focusFactor: numberOf(values.focus) / 100,
      refinementDay: values['refinement'] === '' ? null : Number(values['refinement']),
      refinementHour: Number(values['hour']),
      updateDay: Number(values['update']),
      ...syncTurnOf(values, turn),
    }
    return change({
      endpoint: changeGroup,
      input: { group, ...fields },
      message: 'Saved the calendar and capacity.',
    })
  }
  return (
    <FormDialog
      title="Calendar and capacity"
      questions={(values) => [
        {
          name: 'zone',
          label: 'Time zone',
          hint: 'Days of milestones, updates and weeks follow this time zone.',
          options: zonesWith(zone),
        },
        {
          name: 'country',
          label: 'Public holidays of',
          hint: 'For everyone in the group who has no country of their own.',
          options: [['', 'No country'], ...countries],
        },
        ...regionQuestion(regionsOf(values['country'] ?? '')),
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
        {
          name: 'triage',
          label: 'Triage share in percent',
          kind: 'number',
          hint: 'The share of each working day that triage takes in a week of duty.',
        },
        {
          name: 'refinement',
          label: 'Refinement issue',
          hint: 'Made each week with up to five issues in planning breakdown that have no weight.',
          options: [['', 'Never'], ...WEEKDAYS.map((day, at) => [String(at + 1), `Every ${day}`] as const)],
        },
        ...hourQuestion(values['refinement'] ?? ''),
        {
          name: 'update',
          label: 'Status updates are due on',
          hint: 'DRIs are reminded on that day and on the day after.',
          options: WEEKDAYS.map((day, at) => [String(at + 1), day]),
        },
        ...syncQuestions(values['sync'] ?? ''),
      ]}
      values={{
        zone,
        country,
        region,
        days: String(daysPerWeight),
        focus: String(Math.round(focusFactor * 10_000) / 100),
        triage: String(triageShare),
        refinement: String(turn.refinementDay ?? ''),
        hour: String(turn.refinementHour),
        update: String(turn.updateDay),
        ...syncValues(turn),
      }}
      buttonLabel="Save"
      busy={busy}
      whyNot={({ days, focus, triage, ...sync }) => {
        if (!isWithin(numberOf(days), LEAST_DAYS_PER_WEIGHT, MOST_DAYS_PER_WEIGHT)) {
          return `A weight takes ${LEAST_DAYS_PER_WEIGHT} to ${MOST_DAYS_PER_WEIGHT} days.`
        }
        if (!isWithin(numberOf(focus), 1, 100)) return 'Enter a focus factor from 1 to 100 %.'
        const share = numberOf(triage)
        return isWithin(share, 0, 100) && Number.isInteger(share)
          ? whyNotSyncTurn(sync)
          : 'Enter a triage share from 0 to 100 %, without fractions.'
      }}
      onSend={send}
      onClose={onClose}
    />
  )
}

/** Only where the country has regions. */
const regionQuestion = (regions: ReturnType<ReturnType<typeof useCountries>['regionsOf']>): Question[] =>
  regions.length === 0
    ? []
    : [{ name: 'region', label: 'Region', options: [['', 'Whole country only'], ...regions] }]

/** Only where there is a day. */
const hourQuestion = (day: string): Question[] =>
  day === ''
    ? []
    : [
        {
          name: 'hour',
          label: 'Refinement issue at',
          options: HOURS.map((hour) => [String(hour), hourText(hour)]),
        },
      ]

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** A comma is as good as a point. */
const numberOf = (text = ''): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most
