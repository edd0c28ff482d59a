'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/issues/markdown-field.tsx'
import { useAct } from '#components/settings/use-act.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { createTemplate, editTemplate } from '#lib/contract/templates.ts'
import type { Template } from '#lib/contract/templates.ts'
import { isWorkType } from '#lib/domain/labels.ts'
import { whyNotTemplate } from '#lib/domain/templates.ts'
import type { Template as Facts } from '#lib/domain/templates.ts'

type Props = {
  group: string
  /** As it is now, which changes when somebody else edits it meanwhile; null for a new one. */
  template: Template | null
  onClose: () => void
}

const TYPES = [
  ['', 'Any type of work'],
  ['bug', 'bug'],
  ['maintenance', 'maintenance'],
  ['feature', 'feature'],
] as const

export function TemplateDialog({ group, template, onClose }: Props) {
  const [facts, setFacts] = useState<Facts>(template ?? { title: '', type: null, body: '' })
  const [was, setWas] = useState(template?.body ?? '')
  const { act, busy } = useAct('templates')
  const theirs = template && template.body !== was ? template.body : null
  const reason = busy
    ? 'It is being saved.'
    : theirs !== null
      ? 'Somebody edited it meanwhile: decide between the texts first.'
      : whyNotTemplate(facts, [])?.because
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    const { title, type, body } = facts
    const done = template
      ? await act(editTemplate, { group, template: template.id, title, type, body, was }, `Saved “${title}”.`)
      : await act(createTemplate, { group, title, type, body }, `Added “${title}”.`)
    if (done) onClose()
  }
  return (
    <Dialog title={template ? `Edit “${template.title}”` : 'New template'} wide tall onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <div className="grid grid-cols-[1fr_12rem] gap-3 max-sm:grid-cols-1">
          <TextField
            label="Title"
            maxLength={80}
            value={facts.title}
            onChange={({ target }) => setFacts((now) => ({ ...now, title: target.value }))}
          />
          <SelectField
            label="For"
            value={facts.type ?? ''}
            onChange={({ target: { value } }) =>
              setFacts((now) => ({ ...now, type: isWorkType(value) ? value : null }))
            }
          >
            {TYPES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
        </div>
        {theirs !== null && (
          <div role="alert" className="flex flex-col gap-2 rounded-sm bg-warn-soft p-3">
            <p className="font-medium">Somebody edited this template meanwhile. Their text:</p>
            <pre className="max-h-40 overflow-auto font-mono text-xs whitespace-pre-wrap">{theirs}</pre>
            <div className="flex gap-2">
              <Button onClick={() => setWas(theirs)}>Keep mine</Button>
              <Button
                onClick={() => {
                  setFacts((now) => ({ ...now, body: theirs }))
                  setWas(theirs)
                }}
              >
                Take theirs
              </Button>
            </div>
          </div>
        )}
        <MarkdownField
          group={group}
          label="Text"
          hint="Headings and questions; <!-- hints --> are shown while writing and nowhere else."
          rows={10}
          maxLength={20_000}
          value={facts.body}
          onChange={(body) => setFacts((now) => ({ ...now, body }))}
          onSubmit={() => void save()}
        />
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
