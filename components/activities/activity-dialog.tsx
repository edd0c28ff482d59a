'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { type Activity, createActivity, editActivity } from '#lib/contract/activities.ts'
import { listPeople } from '#lib/contract/people.ts'
import {
  ACTIVITY_KINDS,
  ACTIVITY_TITLES,
  type ActivityKind,
  type Rhythm,
  rhythmOf,
  usualRhythm,
} from '#lib/domain/cadence/activities.ts'
import { reading } from '#lib/http/query.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { RhythmFields } from './rhythm-fields.tsx'

type Props = {
  group: string
  /** Null for a new one. */
  activity: Activity | null
  usual: { updateDay: number; syncDay: number | null }
  today: PlainDate
  onClose: () => void
}

const given = ({ every, day, nth, at }: Rhythm) => ({
  every,
  ...(day === null ? {} : { day }),
  ...(nth === null ? {} : { nth }),
  ...(at === null ? {} : { at }),
})

/** What an activity is called, who owns it, and how often it is due. */
export function ActivityDialog({ group, activity, usual, today, onClose }: Props) {
  const people = useQuery(reading(listPeople, { group })).data?.items ?? []
  const me = useActor(group).handle
  const [kind, setKind] = useState<ActivityKind>(activity?.kind ?? 'issue_triage')
  const [name, setName] = useState(activity?.name ?? ACTIVITY_TITLES.issue_triage)
  const [owner, setOwner] = useState(activity ? (activity.owner?.handle ?? '') : me)
  const [rhythm, setRhythm] = useState<Rhythm>(
    activity ? rhythmOf(given(activity.rhythm)) : usualRhythm('issue_triage', usual),
  )
  const [from, setFrom] = useState<string>(today)
  const { change, busy } = useBusyChange()
  const choose = (value: string) => {
    const next = ACTIVITY_KINDS.find((one) => one === value) ?? kind
    // a name of one’s own stays
    if (name.trim() === '' || name === ACTIVITY_TITLES[kind]) setName(ACTIVITY_TITLES[next])
    setRhythm(usualRhythm(next, usual))
    setKind(next)
  }
  const reason = busy
    ? 'Saving…'
    : name.trim() === ''
      ? 'Give it a name.'
      : (whyNotDay(from) ?? (from === '' ? 'Choose the first day.' : null))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null) return
    const facts = { group, name: name.trim(), owner: owner || null }
    const done = activity
      ? await change({
          endpoint: editActivity,
          input: { ...facts, activity: activity.id, rhythm: given(rhythm) },
          message: `Saved “${facts.name}”.`,
        })
      : await change({
          endpoint: createActivity,
          input: { ...facts, kind, ...given(rhythm), from },
          message: `Added “${facts.name}”.`,
        })
    if (done !== null) onClose()
  }
  return (
    <Dialog title={activity ? `Edit “${activity.name}”` : 'New activity'} wide onClose={onClose}>
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        {!activity && (
          <ChoiceField
            label="Kind"
            value={kind}
            choices={ACTIVITY_KINDS.map((value) => ({ value, label: ACTIVITY_TITLES[value] }))}
            onValue={choose}
          />
        )}
        <TextField
          label="Name"
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <RhythmFields rhythm={rhythm} onRhythm={setRhythm} />
        <ChoiceField
          label="Owner"
          hint="Records whether it happened, and is reminded the day after."
          value={owner}
          onValue={setOwner}
          choices={[{ value: '', label: 'Not set' }, ...peopleChoices(people, me)]}
        />
        {activity ? (
          <p className="text-pretty text-ink-2">Another rhythm holds from today on.</p>
        ) : (
          <DateField label="Due from" value={from} today={today} onValue={setFrom} />
        )}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            {activity ? 'Save' : 'Add activity'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
