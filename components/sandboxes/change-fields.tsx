'use client'

import { dayMonth } from '#components/ui/days/days.ts'
import { TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import type { SandboxView } from '#lib/contract/sandboxes.ts'
import { isFraction } from '#lib/domain/capacity/text.ts'

import { isTerm, placeOf, TERM_CHOICES } from './change-draft.ts'
import type { Draft } from './change-draft.ts'
import { CutFields } from './cut-fields.tsx'
import { DayFields } from './day-fields.tsx'

type Props = {
  group: string
  view: SandboxView
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

/** What one kind of change asks for; the issue of a candidate is found beside it. */
export function ChangeFields(props: Props) {
  const { draft, onChange } = props
  switch (draft.kind) {
    case 'timeOff':
      return <TimeOff {...props} />
    case 'timeOffCut':
      return <CutFields {...props} />
    case 'share':
      return <Share {...props} />
    case 'focus':
      return (
        <Value
          label="Focus"
          hint="Part of the days that goes into planned work. It replaces the focus of the group for everyone without an override."
          draft={draft}
          onChange={onChange}
        />
      )
    case 'term':
      return <Figure {...props} />
    case 'dri':
      return <Person label="DRI" {...props} />
    default:
      return null
  }
}

const TimeOff = (props: Props) => (
  <>
    <Person label="Person" {...props} />
    <DayFields {...props} from="First day" to="Last day" />
  </>
)

function Share({ view: { rows, teams }, draft, onChange }: Props) {
  return (
    <>
      <ChoiceField
        label="Person and team"
        value={draft.place}
        choices={rows.map((row) => ({
          value: placeOf(row),
          label: `${row.name}, ${teams.find(({ team }) => team === row.team)?.name ?? row.team}`,
        }))}
        onValue={(place) => onChange({ place })}
      />
      <Value label="Share in percent" draft={draft} onChange={onChange} />
    </>
  )
}

function Figure(props: Props) {
  const { view, draft, onChange } = props
  const weeks = view.weeks.map((week) => ({ value: week, label: `Week of ${dayMonth(week)}` }))
  return (
    <>
      <Person label="Person" {...props} />
      <div className="grid grid-cols-2 gap-2.5">
        <ChoiceField
          label="Figure"
          value={draft.term}
          choices={TERM_CHOICES}
          onValue={(term) => isTerm(term) && onChange({ term })}
        />
        <ChoiceField
          label="When"
          value={draft.week}
          choices={[{ value: '', label: 'Whole milestone' }, ...weeks]}
          onValue={(week) => onChange({ week })}
        />
      </div>
      <Value label={isFraction(draft.term) ? 'Value' : 'Days'} draft={draft} onChange={onChange} />
    </>
  )
}

function Person({ view: { rows }, draft, onChange, label }: Props & { label: string }) {
  const people = [...new Map(rows.map(({ person, name }) => [person, { handle: person, name }])).values()]
  return (
    <ChoiceField
      label={label}
      value={draft.person}
      choices={peopleChoices(people)}
      onValue={(person) => onChange({ person })}
    />
  )
}

type ValueProps = { label: string; hint?: string } & Pick<Props, 'draft' | 'onChange'>

const Value = ({ label, hint, draft, onChange }: ValueProps) => (
  <TextField
    label={label}
    {...(hint ? { hint } : {})}
    inputMode="decimal"
    autoComplete="off"
    value={draft.value}
    onChange={(event) => onChange({ value: event.target.value })}
  />
)
