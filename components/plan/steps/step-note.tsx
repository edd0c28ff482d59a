'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { noteStep } from '#lib/contract/plan-steps.ts'
import type { PlanStep } from '#lib/contract/plan.ts'

type Props = { group: string; milestone: string; step: PlanStep; onClose: () => void }

const MOST = 2_000

/** The note of a step, for the person who stands in: it is written where it is read. */
export function StepNote({ group, milestone, step: { key, title, note }, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const [body, setBody] = useState(note?.body ?? '')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const text = body.trim()
    const isDone = await change({
      endpoint: noteStep,
      input: { group, milestone, step: key, body: text },
      message: text ? `Saved the note of “${title}”.` : `Removed the note of “${title}”.`,
    })
    if (isDone) onClose()
  }
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-1.5">
      <TextArea
        label="Note"
        rows={3}
        maxLength={MOST}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
          else if (event.key === 'Escape' && body === (note?.body ?? '')) onClose()
          else return
          event.preventDefault()
        }}
      />
      <div className="flex gap-1.5">
        <Button size="sm" kind="primary" type="submit" disabledReason={busy ? 'Saving…' : null}>
          Save
        </Button>
        <Button size="sm" kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
