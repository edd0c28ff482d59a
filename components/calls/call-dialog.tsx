'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { CheckField } from '#components/ui/check.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea, TextField } from '#components/ui/field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { type Call, editCall, noteCall } from '#lib/contract/calls.ts'
import { listPeople } from '#lib/contract/people.ts'
import { isSafeLink, whyNotCall } from '#lib/domain/calls.ts'
import { parseSubject, subjectSign } from '#lib/domain/subjects.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  subject: string
  /** Null for one that is noted now. */
  call: Call | null
  onClose: () => void
}

/** Handbook › Communication: a call is the exception; its outcome is for those who were not in it. */
export function CallDialog({ group, subject, call, onClose }: Props) {
  const { today } = useGroup(group)
  const me = useActor(group).handle
  const people = useQuery(reading(listPeople, { group })).data?.items ?? []
  const [day, setDay] = useState<string>(call?.day ?? today)
  const [who, setWho] = useState<readonly string[]>(call?.people.map(({ handle }) => handle) ?? [me])
  const [texts, setTexts] = useState({
    outcome: call?.outcome ?? '',
    why: call?.why ?? '',
    recording: call?.recording ?? '',
  })
  const { change, busy } = useBusyChange()
  const about = parseSubject(subject)
  const sign = about ? subjectSign(about) : subject
  const linkReason =
    texts.recording.trim() === '' || isSafeLink(texts.recording.trim())
      ? null
      : 'The link to the recording must begin with https://.'
  const reason = busy
    ? 'Saving…'
    : (whyNotDay(day) ??
      (day === '' ? 'Choose the day of the call.' : null) ??
      whyNotCall({ ...texts, day, today, people: who.length })?.because ??
      linkReason)
  const set = (stated: Partial<typeof texts>) => setTexts((now) => ({ ...now, ...stated }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null) return
    const input = {
      group,
      day,
      people: [...who],
      outcome: texts.outcome.trim(),
      why: texts.why.trim(),
      recording: texts.recording.trim(),
    }
    const done = call
      ? await change({
          endpoint: editCall,
          input: { ...input, call: call.id },
          message: `Saved the call on ${sign}.`,
        })
      : await change({
          endpoint: noteCall,
          input: { ...input, subject },
          message: `Noted a call on ${sign}.`,
        })
    if (done !== null) onClose()
  }
  return (
    <Dialog
      title={call ? `Edit the call on ${sign}` : `Note a call on ${sign}`}
      description="Async comes first. What came out of a call stands on the item, for those who were not in it."
      wide
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <DateField label="Day" value={day} today={today} onValue={setDay} />
        <fieldset className="flex flex-col">
          <legend className="pb-1 font-medium">Who was in it</legend>
          <div className="grid max-h-44 grid-cols-2 overflow-y-auto max-sm:grid-cols-1">
            {people.map(({ handle, name }) => (
              <CheckField
                key={handle}
                checked={who.includes(handle)}
                onCheck={(is) =>
                  setWho((now) => (is ? [...now, handle] : now.filter((one) => one !== handle)))
                }
              >
                <bdi>{name}</bdi>
              </CheckField>
            ))}
          </div>
        </fieldset>
        <TextArea
          label="Outcome, in a sentence"
          rows={2}
          maxLength={500}
          value={texts.outcome}
          onChange={({ target }) => set({ outcome: target.value })}
        />
        <TextField
          label="Why async was not enough"
          maxLength={300}
          autoComplete="off"
          value={texts.why}
          onChange={({ target }) => set({ why: target.value })}
        />
        <TextField
          label="Recording (optional)"
          hint="A link that begins with https://."
          maxLength={500}
          autoComplete="off"
          value={texts.recording}
          onChange={({ target }) => set({ recording: target.value })}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            {call ? 'Save' : 'Note call'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
