'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { CheckField } from '#components/ui/check.tsx'
import { TextArea, TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { createModel, editModel } from '#lib/contract/models.ts'
import type { Model } from '#lib/contract/models.ts'
import { OFFERINGS, offeringsOf, offeringTitle, whyNotModel } from '#lib/domain/models/models.ts'
import type { Offering } from '#lib/domain/models/models.ts'

import { FormEnd } from './form-end.tsx'
import type { Person } from './register.ts'

type Props = {
  group: string
  people: readonly Person[]
  /** Null for a new one. */
  model: Model | null
  me: string
  onClose: () => void
}

/** What a model is called, where it is offered, and who answers for it. */
export function ModelDialog({ group, people, model, me, onClose }: Props) {
  const [facts, setFacts] = useState({
    name: model?.name ?? '',
    offered: model?.offered ?? [],
    note: model?.note ?? '',
    owner: model ? model.owner : me,
  })
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Saving…' : whyNotModel(facts, [])?.because
  const toggle = (one: Offering, is: boolean) =>
    setFacts((now) => ({
      ...now,
      offered: offeringsOf(is ? [...now.offered, one] : now.offered.filter((other) => other !== one)),
    }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const input = { group, ...facts, name: facts.name.trim() }
    const done = model
      ? await change({
          endpoint: editModel,
          input: { ...input, model: model.id },
          message: `Saved “${input.name}”.`,
        })
      : await change({ endpoint: createModel, input, message: `Added “${input.name}”.` })
    if (done) onClose()
  }
  return (
    <Dialog title={model ? `Edit “${model.name}”` : 'New model'} wide onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <TextField
          label="Name"
          maxLength={120}
          autoComplete="off"
          value={facts.name}
          onChange={({ target }) => setFacts((now) => ({ ...now, name: target.value }))}
        />
        <fieldset className="flex flex-col">
          <legend className="pb-1 font-medium">Offered on</legend>
          {OFFERINGS.map((one) => (
            <CheckField key={one} checked={facts.offered.includes(one)} onCheck={(is) => toggle(one, is)}>
              {offeringTitle(one)}
            </CheckField>
          ))}
        </fieldset>
        <ChoiceField
          label="Owner"
          hint="Is told when an answer expires, beside the engineering manager."
          value={facts.owner ?? ''}
          onValue={(owner) => setFacts((now) => ({ ...now, owner: owner || null }))}
          choices={[{ value: '', label: 'Not set' }, ...peopleChoices(people, me)]}
        />
        <TextArea
          label="Note (optional)"
          rows={3}
          maxLength={2000}
          value={facts.note}
          onChange={({ target }) => setFacts((now) => ({ ...now, note: target.value }))}
        />
        <FormEnd submit={model ? 'Save' : 'Add model'} disabledReason={reason} />
      </form>
    </Dialog>
  )
}
