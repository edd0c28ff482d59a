'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { IssueFinder } from '#components/search/issue-finder.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { addSandboxChange } from '#lib/contract/sandboxes.ts'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

import { changeOf, finds, hasReason, isKind, KINDS, newDraft, ofKind } from './change-draft.ts'
import type { Draft } from './change-draft.ts'
import { ChangeFields } from './change-fields.tsx'

type Props = { group: string; view: SandboxView; onClose: () => void }

/** One change more. What is refused stays as it was entered. */
export function ChangeDialog({ group, view, onClose }: Props) {
  const [draft, setDraft] = useState(() => newDraft(view))
  const [refusal, setRefusal] = useState<string | null>(null)
  const { change: send, busy } = useBusyChange()
  const set = (part: Partial<Draft>) => {
    setRefusal(null)
    setDraft((now) => ({ ...now, ...part }))
  }
  const { kind, reason } = draft
  const add = async (ref?: number) => {
    const change = changeOf(draft, ref)
    if (typeof change === 'string') return
    const input = {
      group,
      milestone: view.milestone.slug,
      sandbox: view.sandbox.slug,
      change,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }
    try {
      const message = 'Added the change to the what-if.'
      if (await send({ endpoint: addSandboxChange, input, message, throws: true })) onClose()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  const wanted = changeOf(draft)
  const whyNot = busy ? 'Saving…' : typeof wanted === 'string' ? wanted : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot === null && !finds(kind)) void add()
  }
  return (
    <Dialog
      title="Add a change"
      description={`In “${view.sandbox.title}”. The live plan stays as it is.`}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <ChoiceField
          label="What changes"
          value={kind}
          choices={KINDS}
          onValue={(value) => isKind(value) && set(ofKind(draft, value, view))}
        />
        <ChangeFields group={group} view={view} draft={draft} onChange={set} />
        {hasReason(kind) && (
          <TextField
            label="Reason, optional"
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
        {finds(kind) && (
          <IssueFinder
            group={group}
            label="Issue"
            except={0}
            buttonLabel={kind === 'in' ? 'Add' : kind === 'out' ? 'Remove' : 'Choose'}
            onFind={({ ref }) => {
              if (!busy) void add(ref)
            }}
          />
        )}
        <p role="alert" className="text-pretty text-bad empty:hidden">
          {refusal}
        </p>
        <div className="flex justify-end gap-2">
          <CancelButton />
          {!finds(kind) && (
            <Button kind="primary" type="submit" disabledReason={whyNot}>
              Add
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
