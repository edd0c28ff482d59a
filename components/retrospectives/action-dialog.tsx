'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { useGroup, useMe } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import type { RetrospectiveAction } from '#lib/contract/retrospectives.ts'
import { addDays } from '#lib/kit/plain-date.ts'

import type { Person } from './point-fields.tsx'
import type { AgreedAction } from './retrospective-acts.ts'

type Props = {
  group: string
  people: readonly Person[]
  /** Null for a new one. */
  action: RetrospectiveAction | null
  onSend: (agreed: AgreedAction) => Promise<unknown>
  onClose: () => void
}

/** How many days ahead an action is due unless another day is chosen. */
const USUAL_DAYS = 14

/** What is to be done, by whom and until when. */
export function ActionDialog({ group, people, action, onSend, onClose }: Props) {
  const { today } = useGroup(group)
  const { handle } = useMe()
  const [text, setText] = useState(action?.text ?? '')
  const [owner, setOwner] = useState(action?.owner.handle ?? handle)
  const [dueOn, setDueOn] = useState(action?.dueOn ?? addDays(today, USUAL_DAYS))
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  const why = busy ? 'Saving…' : whyNotAgree({ text, dueOn, today, was: action?.dueOn ?? null })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why) return
    const isSame = action?.text === text.trim() && action.owner.handle === owner && action.dueOn === dueOn
    if (isSame) return onClose()
    setBusy(true)
    try {
      if (await onSend({ text: text.trim(), owner, dueOn })) onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={action ? 'Edit the action' : 'Add an action'}
      description="It carries over to the next retrospectives until it is done."
      wide
      first={first}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextArea
          ref={first}
          label="Action"
          rows={2}
          maxLength={300}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ChoiceField label="Owner" value={owner} choices={peopleChoices(people, handle)} onValue={setOwner} />
        <DateField
          label="Due on"
          hint="The owner is reminded on that day."
          value={dueOn}
          today={today}
          onValue={setDueOn}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={why}>
            {action ? 'Save' : 'Add action'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Asked = { text: string; dueOn: string; today: string; was: string | null }

function whyNotAgree({ text, dueOn, today, was }: Asked): string | null {
  if (text.trim() === '') return 'Write the action first.'
  if (dueOn === '') return 'Choose the day on which it is due.'
  const noDay = whyNotDay(dueOn)
  if (noDay) return noDay
  return dueOn < today && dueOn !== was ? 'Choose today or a later day.' : null
}
