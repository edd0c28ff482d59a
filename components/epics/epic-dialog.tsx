'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { FoundDraft } from '#components/texts/found-draft.tsx'
import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { TextField } from '#components/ui/field.tsx'

import { useEpicDraft } from './epic-draft.ts'
import type { EpicFacts } from './epic-draft.ts'

type Props = {
  group: string
  /** Who may be the tech lead. */
  engineers: readonly { handle: string; name: string }[]
  /** Resolves to whether it was created. */
  onSave: (facts: EpicFacts) => Promise<unknown>
  onClose: () => void
}

/** Handbook › Scoping work: "An epic should enclose an iteration that adds a clear improvement". */
export function EpicDialog({ group, engineers, onSave, onClose }: Props) {
  const { facts, change, wasFound, dropSent, startAfresh, leave: leaveDraft } = useEpicDraft(group)
  const title = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const reason = busy ? 'Creating…' : facts.title.trim() === '' ? 'Enter a title first.' : null
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    setBusy(true)
    const isDone = await onSave({ ...facts, title: facts.title.trim() })
    setBusy(false)
    if (!isDone) return
    dropSent()
    onClose()
  }
  const leave = () => {
    leaveDraft()
    onClose()
  }
  return (
    <Dialog title="New epic" wide keepsDrafts first={title} onClose={leave}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {wasFound && <FoundDraft onDiscard={startAfresh} />}
        <TextField
          ref={title}
          label="Title"
          value={facts.title}
          maxLength={255}
          onChange={(event) => change({ title: event.target.value })}
        />
        <MarkdownField
          group={group}
          label="Description"
          hint="What improves when this is done."
          rows={6}
          maxLength={100_000}
          value={facts.description}
          onChange={(description) => change({ description })}
          onSubmit={() => void submit()}
        />
        <ChoiceField
          label="Tech lead"
          hint="The engineer responsible for the scope."
          value={facts.techLead ?? ''}
          onValue={(value) => change({ techLead: value || null })}
          choices={[{ value: '', label: 'Not set' }, ...peopleChoices(engineers)]}
        />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={leave}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
