'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'

import { MarkdownField } from './markdown-field.tsx'

export type NewIssueFacts = { title: string; description: string; type: string; planned: boolean }

type Props = {
  group: string
  /** Titles of the labels that mean a type. */
  types: readonly string[]
  milestone: string | null
  onCreate: (facts: NewIssueFacts) => Promise<boolean>
  onClose: () => void
}

const DESCRIPTION = 'Clear enough that an engineer can start from the text. Markdown.'

/** Handbook › Organisational Labels: "issues should contain the relevant ~type". */
export function NewIssueDialog({ group, types, milestone, onCreate, onClose }: Props) {
  const [facts, setFacts] = useState<NewIssueFacts>({ title: '', description: '', type: '', planned: true })
  const [busy, setBusy] = useState(false)
  const reason = busy ? 'It is being created.' : facts.title.trim() === '' ? 'Give it a title first.' : null
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    setBusy(true)
    if (await onCreate({ ...facts, title: facts.title.trim() })) onClose()
    else setBusy(false)
  }
  return (
    <Dialog title="New issue" wide onClose={onClose}>
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
          hint={DESCRIPTION}
          rows={6}
          maxLength={100_000}
          value={facts.description}
          onChange={(description) => setFacts((now) => ({ ...now, description }))}
          onSubmit={() => void submit()}
        />
        <SelectField
          label="Type"
          value={facts.type}
          onChange={(event) => setFacts({ ...facts, type: event.target.value })}
        >
          <option value="">Not known yet</option>
          {types.map((title) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </SelectField>
        {milestone !== null && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={facts.planned}
              onChange={(event) => setFacts({ ...facts, planned: event.target.checked })}
            />
            Plan it for {milestone}
          </label>
        )}
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
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
