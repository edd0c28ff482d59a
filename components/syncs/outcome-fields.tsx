'use client'

import { useEffect, useId, useRef } from 'react'

import { useLookups } from '#components/lookups/lookups.ts'
import { useGroup, useMe } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { DateField } from '#components/ui/days/date-field.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { useAwaitedFocus } from '#components/ui/popups/awaited-focus.ts'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { DECISIONS } from '#lib/domain/push-back-terms.ts'
import { MOST_OF_OUTCOME, type SyncOutcome } from '#lib/domain/syncs/outcomes.ts'
import { UNCLAIMED_REASONS, UNCLAIMED_TITLES } from '#lib/domain/unclaimed.ts'

import { NO_MILESTONE, type OutcomeValues } from './outcome-values.ts'

const TEXTS: Record<SyncOutcome, string> = {
  assign: 'Context (optional)',
  hand_over: 'Context for the next DRI',
  unblock: 'What unblocks it',
  revisit: 'Note (optional)',
  no_volunteer: 'Note',
  help: 'Note (optional)',
  lower: 'How it ended',
  decide: 'Note (optional)',
  move: 'Note (optional)',
  done: 'Note (optional)',
  note: 'Note',
}
const DECIDED = { accepted: 'Accept', declined: 'Decline', deferred: 'Defer' }

type Props = {
  group: string
  kind: SyncOutcome
  blocked: boolean
  values: OutcomeValues
  onValues: (values: OutcomeValues) => void
  onClose: () => void
}

/** Only the fields that the outcome needs. */
export function OutcomeFields({ group, kind, blocked, values, onValues, onClose }: Props) {
  const { today } = useGroup(group)
  const me = useMe()
  const { people, milestones } = useLookups(group)
  const set = (some: Partial<OutcomeValues>) => onValues({ ...values, ...some })
  const first = useRef<HTMLDivElement>(null)
  const awaited = useAwaitedFocus(onClose)
  useEffect(() => first.current?.querySelector<HTMLElement>('button, input, textarea')?.focus(), [])
  const isFree = kind === 'unblock' && values.unblocked
  const who = { assign: 'DRI', hand_over: 'Next DRI', unblock: 'Who (optional)' }[kind as string]
  return (
    <div
      ref={(element) => {
        first.current = element
        awaited(element)
      }}
      className="flex flex-col gap-3"
    >
      {kind === 'unblock' && blocked && (
        <CheckField checked={values.unblocked} onCheck={(unblocked) => set({ unblocked })}>
          It is unblocked now and goes back to the state it was in before
        </CheckField>
      )}
      {who && !isFree && (
        <ChoiceField
          label={who}
          value={values.to}
          choices={[
            { value: '', label: 'Choose a person' },
            ...peopleChoices(
              people.map(({ handle, name }) => ({ handle, name })),
              me.handle,
            ),
          ]}
          onValue={(to) => set({ to })}
        />
      )}
      {kind === 'no_volunteer' && (
        <Radios
          legend="Reason"
          choices={UNCLAIMED_REASONS.map((one) => [one, UNCLAIMED_TITLES[one]])}
          value={values.reason}
          onValue={(reason) => set({ reason })}
        />
      )}
      {kind === 'decide' && (
        <Radios
          legend="Decision"
          choices={DECISIONS.map((one) => [one, DECIDED[one]])}
          value={values.decision}
          onValue={(decision) => set({ decision })}
        />
      )}
      {kind === 'move' && (
        <ChoiceField
          label="Milestone"
          value={values.milestone}
          choices={[
            { value: '', label: 'Choose a milestone' },
            ...milestones
              .filter(({ closed }) => !closed)
              .map(({ slug, title }) => ({ value: slug, label: title })),
            { value: NO_MILESTONE, label: 'No milestone' },
          ]}
          onValue={(milestone) => set({ milestone })}
        />
      )}
      {(kind === 'revisit' ||
        (kind === 'unblock' && !isFree) ||
        (kind === 'decide' && values.decision === 'deferred')) && (
        <DateField
          label={kind === 'unblock' ? 'By (optional)' : 'Look at it again on'}
          value={values.on}
          today={today}
          onValue={(on) => set({ on })}
        />
      )}
      <TextArea
        label={isFree ? 'Note (optional)' : TEXTS[kind]}
        rows={2}
        maxLength={MOST_OF_OUTCOME}
        value={values.text}
        onChange={({ target }) => set({ text: target.value })}
      />
    </div>
  )
}

type RadiosProps = {
  legend: string
  choices: readonly (readonly [string, string])[]
  value: string
  onValue: (value: string) => void
}

function Radios({ legend, choices, value, onValue }: RadiosProps) {
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(([one, title]) => (
          <label key={one} className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              className="size-4 flex-none accent-accent"
              checked={value === one}
              onChange={() => onValue(one)}
            />
            {title}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
