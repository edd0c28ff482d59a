'use client'

import { useRef, useState } from 'react'
import type { FocusEvent, FormEvent } from 'react'

import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'

import { ResemblingPushBacks } from '#components/push-backs/resembling-push-backs.tsx'
import { FoundDraft } from '#components/texts/found-draft.tsx'
import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { NewIssueFields } from './new-issue-fields.tsx'
import { useNewIssue } from './new-issue-form.ts'
import { ResemblingIssues } from './resembling-issues.tsx'

const DESCRIPTION = 'Clear enough that an engineer can start from the text. Markdown.'

/** Handbook › Organisational Labels: "issues should contain the relevant ~type". */
export function NewIssueDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const form = useNewIssue(group)
  const { facts, change, busy, wasFound } = form
  const [another, setAnother] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  const wasReached = useRef(false)
  const reason = busy ? 'Creating…' : facts.title.trim() === '' ? 'Enter a title first.' : null
  const leave = () => {
    form.leave()
    onClose()
  }
  // what is typed at once is a title of its own, not the end of the one that was found
  const selectDraft = ({ target }: FocusEvent<HTMLInputElement>) => {
    if (wasFound && !wasReached.current) target.select()
    wasReached.current = true
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason || !(await form.create(another))) return
    if (another) title.current?.focus()
    else onClose()
  }
  return (
    <Dialog title="New issue" wide tall keepsDrafts first={title} onClose={leave}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {wasFound && <FoundDraft onDiscard={form.startAfresh} />}
        <TextField
          ref={title}
          label="Title"
          value={facts.title}
          onFocus={selectDraft}
          maxLength={255}
          onChange={(event) => change({ title: event.target.value })}
        />
        <ResemblingIssues group={group} title={facts.title} />
        <ResemblingPushBacks group={group} title={facts.title} />
        <MarkdownField
          group={group}
          label="Description"
          hint={DESCRIPTION}
          rows={7}
          maxLength={100_000}
          quickActions
          value={facts.description}
          onChange={(description) => change({ description })}
          onSubmit={() => void submit()}
        />
        <NewIssueFields group={group} form={form} />
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3">
          <CheckField className="tap mr-auto" checked={another} onCheck={setAnother}>
            Create another
          </CheckField>
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
