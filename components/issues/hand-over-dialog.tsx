'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/dialog.tsx'
import { SelectField, TextArea } from '#components/ui/field.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotHandOver } from '#lib/domain/dri.ts'

type Person = { handle: string; name: string }
type Props = {
  issue: Issue
  people: readonly Person[]
  onHandOver: (to: Person, context: string) => Promise<boolean>
  onClose: () => void
}

const CONTEXT = 'What is done, which threads are open, and the next step, so that nobody starts from scratch.'

/** Handbook › Directly Responsible Individuals: "with enough context handed over". */
export function HandOverDialog({ issue, people, onHandOver, onClose }: Props) {
  const others = people.filter(({ handle }) => handle !== issue.dri)
  const [to, setTo] = useState(others[0]?.handle ?? '')
  const [context, setContext] = useState('')
  const heir = others.find(({ handle }) => handle === to)
  const refusal = heir ? whyNotHandOver({ from: issue.dri, to, context }) : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (heir && !refusal && (await onHandOver(heir, context))) onClose()
  }
  return (
    <Dialog
      title={issue.dri === null ? `Name a DRI of #${issue.ref}` : `Hand over #${issue.ref}`}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <SelectField label="To" value={to} onChange={(event) => setTo(event.target.value)}>
          {others.map(({ handle, name }) => (
            <option key={handle} value={handle}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="Context"
          hint={CONTEXT}
          rows={5}
          maxLength={10_000}
          value={context}
          onChange={(event) => setContext(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={refusal?.because}>
            {issue.dri === null ? 'Make them the DRI' : 'Hand over'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
