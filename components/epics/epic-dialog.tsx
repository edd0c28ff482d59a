'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/issues/markdown-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'

import type { EpicTexts } from './epic-acts.ts'

export type EpicFacts = EpicTexts & { techLead: string | null }

type Props = {
  group: string
  /** What is edited; absent for a new one. */
  now?: EpicTexts
  /** Who may be the tech lead; not asked for when an epic is edited. */
  engineers?: readonly { handle: string; name: string }[]
  /** Resolves to why it was not saved, with what others wrote meanwhile if that is why. */
  onSave: (facts: EpicFacts) => Promise<{ trouble: string; theirs?: EpicTexts } | null>
  onClose: () => void
}

/** Handbook › Scoping work: "An epic should enclose an iteration that adds a clear improvement". */
export function EpicDialog({ group, now, engineers, onSave, onClose }: Props) {
  const [facts, setFacts] = useState<EpicFacts>({ title: '', description: '', ...now, techLead: null })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ trouble: string; theirs?: EpicTexts } | null>(null)
  const reason = busy ? 'It is being saved.' : facts.title.trim() === '' ? 'Give it a title first.' : null
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    setBusy(true)
    const answer = await onSave({ ...facts, title: facts.title.trim() })
    setBusy(false)
    if (answer) setRefused(answer)
    else onClose()
  }
  return (
    <Dialog title={now ? 'Edit the epic' : 'New epic'} wide onClose={onClose}>
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
          hint="What gets better when it is done. Its issues are its scope."
          rows={6}
          maxLength={100_000}
          value={facts.description}
          onChange={(description) => setFacts({ ...facts, description })}
          onSubmit={() => void submit()}
        />
        {engineers && (
          <SelectField
            label="Tech lead"
            hint="An engineer who makes sure that the scope is right."
            value={facts.techLead ?? ''}
            onChange={(event) => setFacts({ ...facts, techLead: event.target.value || null })}
          >
            <option value="">Nobody yet</option>
            {engineers.map(({ handle, name }) => (
              <option key={handle} value={handle}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {refused && (
          <div role="alert" className="flex flex-col gap-1.5 rounded-sm bg-warn-soft px-2.5 py-2 text-warn">
            <p>{refused.trouble}</p>
            {refused.theirs && (
              <details>
                <summary>What it says now</summary>
                <p className="pt-1 font-medium">{refused.theirs.title}</p>
                <p className="max-h-40 overflow-y-auto whitespace-pre-wrap">{refused.theirs.description}</p>
              </details>
            )}
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason}>
            {refused?.theirs ? 'Save mine' : now ? 'Save' : 'Create'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
