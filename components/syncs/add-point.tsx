'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { addPoint } from '#lib/contract/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import { MOST_OF_POINT } from '#lib/domain/syncs/outcomes.ts'

/** Anyone adds what they want to talk about; it stays until it is settled. */
export function AddPoint({ group }: { group: string }) {
  const actor = useActor(group)
  const { change, busy } = useBusyChange()
  const [text, setText] = useState('')
  if (!may(actor, 'sync.record')) return null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || busy) return
    const input = { group, text: text.trim() }
    const added = await change({ endpoint: addPoint, input, message: 'Added to the agenda.' })
    if (added) setText('')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="no-print flex items-end gap-2 px-2.5"
    >
      <div className="min-w-0 flex-1">
        <TextField
          label="Add a point"
          maxLength={MOST_OF_POINT}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Button type="submit" disabledReason={text.trim() === '' ? 'Write the point first.' : null}>
        Add
      </Button>
    </form>
  )
}
