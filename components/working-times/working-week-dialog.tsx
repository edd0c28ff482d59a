'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField } from '#components/ui/days/date-field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { setWorkingTime } from '#lib/contract/working-times.ts'
import type { WorkingTimesOfPerson } from '#lib/contract/working-times.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { DEFAULT_WEEK, timeOn, whyNotWorkingTime } from '#lib/domain/working-times.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { useCountries } from './use-countries.ts'
import { WeekField } from './week-field.tsx'

type Time = WorkingTimesOfPerson['times'][number]

type Props = {
  group: string
  person: { handle: string; name: string }
  times: readonly Time[]
  /** The one that is edited; without it a new one, which begins as what holds today. */
  edited?: Time | undefined
  today: PlainDate
  /** Where the holidays of the group are, in words. */
  placeOfGroup: string
  onClose: () => void
}

/** From which day on a person works how much, and whose public holidays are theirs. */
export function WorkingWeekDialog({ group, person, times, edited, today, placeOfGroup, onClose }: Props) {
  const base = edited ?? timeOn(times, today)
  const [from, setFrom] = useState<string>(edited?.from ?? today)
  const [week, setWeek] = useState<number[]>([...(base?.week ?? DEFAULT_WEEK)])
  const [country, setCountry] = useState(base?.country ?? '')
  const [region, setRegion] = useState(base?.region ?? '')
  const { change, busy } = useBusyChange()
  const known = useCountries({
    country: base?.country ?? '',
    region: base?.region ?? '',
    place: base?.place ?? '',
  })
  const regions = known.regionsOf(country)
  const refusal = whyNotDay(from) ?? whyNotWorkingTime({ country, region, week })
  const reason = busy ? 'Saving…' : (refusal?.because ?? null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const input = { group, person: person.handle, from, country, region, week }
    const message = `Saved the working week of ${person.name}.`
    if (await change({ endpoint: setWorkingTime, input, message })) onClose()
  }
  return (
    <Dialog title={`Working week of ${person.name}`} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {edited ? null : (
          <DateField
            label="From"
            hint="It holds until the next one begins. Earlier days stay as they were."
            today={today}
            value={from}
            onValue={setFrom}
          />
        )}
        <WeekField week={week} onWeek={setWeek} />
        <ChoiceField
          label="Public holidays of"
          value={country}
          onValue={(next) => {
            setCountry(next)
            setRegion('')
          }}
          choices={[
            { value: '', label: placeOfGroup ? `The group: ${placeOfGroup}` : 'The group: none' },
            ...known.countries.map(([value, label]) => ({ value, label })),
          ]}
        />
        {regions.length > 0 && (
          <ChoiceField
            label="Region"
            value={region}
            onValue={setRegion}
            choices={[
              { value: '', label: 'Whole country only' },
              ...regions.map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
