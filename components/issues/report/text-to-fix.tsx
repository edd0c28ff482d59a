'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'

type Props = { label: string; onKeep: (text: string) => Promise<unknown>; onClose: () => void }

/** A line of text that fixes a finding where it is listed: Enter keeps it, Escape leaves it. */
export function TextToFix({ label, onKeep, onClose }: Props) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const reason = busy ? 'Saving…' : text.trim() === '' ? 'Write some text first.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    if (!(await onKeep(text.trim()))) setBusy(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full gap-1.5">
      <input
        dir="auto"
        ref={field}
        type="text"
        aria-label={label}
        value={text}
        maxLength={10_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="min-h-7 min-w-0 flex-1 rounded-sm border border-control bg-surface px-2 pointer-coarse:min-h-9"
      />
      <Button size="sm" kind="primary" type="submit" disabledReason={reason}>
        Keep
      </Button>
    </form>
  )
}
