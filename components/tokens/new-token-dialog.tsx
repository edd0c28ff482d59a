'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { createToken } from '#lib/contract/tokens.ts'

const LIVES = [
  [7, 'A week'],
  [30, '30 days'],
  [90, '90 days'],
  [180, 'Half a year'],
  [365, 'A year'],
] as const

const SCOPES = { read: 'Read only', write: 'Read and write' } as const

export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [scope, setScope] = useState<keyof typeof SCOPES>('read')
  const [days, setDays] = useState(90)
  const [secret, setSecret] = useState<string | null>(null)
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Creating…' : title.trim() === '' ? 'Enter a purpose first.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const made = await change({ endpoint: createToken, input: { title, scope, days }, message: null })
    if (made) setSecret(made.secret)
  }
  if (secret !== null) {
    return (
      <Dialog title={`“${title.trim()}” is created`} onClose={onClose}>
        <ShownOnce label="Access token" secret={secret} hint="Copy the token now. It is shown only once." />
        <Button kind="primary" className="self-end" onClick={onClose}>
          Done
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog title="New access token" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="What is it for?"
          hint="The name of the program or the machine."
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
        <ChoiceField
          label="What may it do?"
          hint={
            scope === 'read'
              ? 'It sees what you see, and changes nothing.'
              : 'It can do what you can do, except manage tokens and sessions.'
          }
          value={scope}
          onValue={(value) => setScope(value === 'write' ? 'write' : 'read')}
          choices={Object.entries(SCOPES).map(([value, label]) => ({ value, label }))}
        />
        <ChoiceField
          label="How long does it last?"
          value={String(days)}
          onValue={(value) => setDays(Number(value))}
          choices={LIVES.map(([value, label]) => ({ value: String(value), label }))}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Create token
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
