'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { OthersText, UNDECIDED } from '#components/texts/shared-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { useSharedText } from '#components/ui/hooks/use-shared-text.ts'
import { editPlanningTemplate, readPlanningTemplate } from '#lib/contract/planning-issue.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { BLOCKS } from '#lib/domain/planning-issue/blocks.ts'
import { whyNotPlanningTemplate } from '#lib/domain/planning-issue/planning-template.ts'

import { EarlierVersions } from './earlier-versions.tsx'

type Known = OutputOf<typeof readPlanningTemplate>
/** `known` changes when another person edits the template meanwhile. */
type Props = { group: string; known: Known; onClose: () => void }

const HINT = `Lines that show live data: ${BLOCKS.map((name) => `{{${name}}}`).join(' ')}`

export function PlanningTemplateDialog({ group, known: { template, versions }, onClose }: Props) {
  const [title, setTitle] = useState(template.title)
  const body = useSharedText(template.body)
  const { change, busy } = useBusyChange()
  const written = { title, body: body.text }
  const reason = busy
    ? 'Saving…'
    : body.theirs !== null
      ? UNDECIDED
      : whyNotPlanningTemplate(written)?.because
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason) return
    const saved = await change({
      endpoint: editPlanningTemplate,
      input: { group, ...written, version: template.version },
      message: ({ template: { version } }) => `Saved version ${version} of the template.`,
    })
    if (saved) onClose()
  }
  return (
    <Dialog title="Edit the template of planning issues" broad tall onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <TextField
          label="Title"
          hint="{{milestone}} stands for the title of the milestone."
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <OthersText what="this template" shared={body} />
        <MarkdownField
          group={group}
          label="Text"
          hint={HINT}
          rows={16}
          maxLength={50_000}
          value={body.text}
          onChange={body.change}
          onSubmit={() => void save()}
        />
        <EarlierVersions
          group={group}
          versions={versions.filter(({ version }) => version !== template.version)}
          onUse={(earlier) => {
            setTitle(earlier.title)
            body.change(earlier.body)
          }}
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
