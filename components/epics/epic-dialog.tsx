'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { TextField } from '#components/ui/field.tsx'

import type { EpicTexts } from './epic-acts.ts'

export type EpicFacts = EpicTexts & { techLead: string | null }

type Props = {
  group: string
  /** Who may be the tech lead. */
  engineers: readonly { handle: string; name: string }[]
  /** Resolves to whether it was created. */
  onSave: (facts: EpicFacts) => Promise<boolean>
  onClose: () => void
}

/** Handbook › Scoping work: "An epic should enclose an iteration that adds a clear improvement". */
export function EpicDialog({ group, engineers, onSave, onClose }: Props) {
  const [facts, setFacts] = useState<EpicFacts>({ title: '', description: '', techLead: null })
  const [busy, setBusy] = useState(false)
  const reason = busy ? 'Creating…' : facts.title.trim() === '' ? 'Enter a title first.' : null
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    setBusy(true)
    const isDone = await onSave({ ...facts, title: facts.title.trim() })
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <Dialog title="New epic" wide onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="Title"
          value={facts.title}
          maxLength={255}
          onChange={(event) => setFacts({ ...facts, title: event.target.value })}
        />
        <MarkdownField
          group={group}
          label="Description"
          hint="What improves when this is done."
          rows={6}
          maxLength={100_000}
          value={facts.description}
          onChange={(description) => setFacts({ ...facts, description })}
          onSubmit={() => void submit()}
        />
        <ChoiceField
          label="Tech lead"
          hint="The engineer responsible for the scope."
          value={facts.techLead ?? ''}
          onValue={(value) => setFacts({ ...facts, techLead: value || null })}
          choices={[{ value: '', label: 'Not set' }, ...peopleChoices(engineers)]}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
