'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { OthersText, UNDECIDED } from '#components/texts/shared-text.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { useSharedText } from '#components/ui/hooks/use-shared-text.ts'
import { createTemplate, editTemplate } from '#lib/contract/templates.ts'
import type { Template } from '#lib/contract/templates.ts'
import { isWorkType } from '#lib/domain/labels.ts'
import { whyNotTemplate } from '#lib/domain/templates.ts'
import type { Template as Facts } from '#lib/domain/templates.ts'

type Props = {
  group: string
  /** As it is now, which changes when another person edits it meanwhile; null for a new one. */
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
  const [named, setNamed] = useState<Omit<Facts, 'body'>>(template ?? { title: '', type: null })
  const body = useSharedText(template?.body ?? '')
  const facts: Facts = { title: named.title, type: named.type, body: body.text }
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Saving…' : body.theirs !== null ? UNDECIDED : whyNotTemplate(facts, [])?.because
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    const done = template
      ? await change({
          endpoint: editTemplate,
          input: { group, template: template.id, ...facts, was: body.was },
          message: `Saved “${facts.title}”.`,
        })
      : await change({
          endpoint: createTemplate,
          input: { group, ...facts },
          message: `Added “${facts.title}”.`,
        })
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
            onChange={({ target }) => setNamed((now) => ({ ...now, title: target.value }))}
          />
          <ChoiceField
            label="For"
            value={facts.type ?? ''}
            onValue={(value) => setNamed((now) => ({ ...now, type: isWorkType(value) ? value : null }))}
            choices={TYPES.map(([value, label]) => ({ value, label }))}
          />
        </div>
        <OthersText what="this template" shared={body} />
        <MarkdownField
          group={group}
          label="Text"
          hint="Headings and questions; <!-- hints --> are shown while writing and nowhere else."
          rows={10}
          maxLength={20_000}
          value={body.text}
          onChange={body.change}
          onSubmit={() => void save()}
        />
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
