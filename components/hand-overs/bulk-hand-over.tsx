'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Person = { handle: string; name: string }
type NameProps = {
  count: string
  /** Whom the asker has in mind already. */
  to?: string
  people: readonly Person[]
  actor: Actor & { handle: string }
  onGive: (to: Person, context: string) => void
  onClose: () => void
}

/** Handbook › DRIs: "with enough context handed over that the new DRI isn't starting from scratch." */
export function BulkHandOver({ count, to = '', people, actor, onGive, onClose }: NameProps) {
  // By the EM's word; everybody else asks, for what they drive themselves.
  const atOnce = may(actor, 'assign.others')
  const [handle, setHandle] = useState(to)
  const [context, setContext] = useState('')
  const person = people.find((one) => one.handle === handle)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (person) onGive(person, context.trim())
  }
  return (
    <Dialog
      title={atOnce ? `Name a DRI for ${count}` : `Hand over ${count}`}
      description={
        atOnce
          ? 'Takes effect immediately. The current DRIs get a notification.'
          : 'You stay the DRI until the person accepts.'
      }
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <ChoiceField
          label="DRI"
          value={handle}
          onValue={setHandle}
          choices={[{ value: '', label: 'Choose a person' }, ...peopleChoices(people)]}
        />
        <TextArea
          label="Context"
          hint="Required for issues with a DRI: what is done, what is open, what comes next."
          maxLength={10_000}
          value={context}
          onChange={(event) => setContext(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={person ? null : 'Choose a person first.'}>
            {atOnce ? 'Name the DRI' : 'Ask to take over'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
