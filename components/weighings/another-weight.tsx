'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { weightFrom } from '#lib/domain/weight.ts'

type Props = { why: string | undefined; onAgree: (weight: number) => Promise<unknown> }

/** One and three can settle on two: people agree on any weight, not on those alone that a person said. */
export function AnotherWeight({ why, onAgree }: Props) {
  const [typed, setTyped] = useState('')
  const weight = weightFrom(typed)
  const reason = why ?? (weight === null ? 'A weight is a whole number from 0 to 99.' : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (weight !== null && !reason) void onAgree(weight)
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-1.5">
      <label className="flex items-center gap-1.5 text-ink-2">
        Another weight
        <input
          type="text"
          inputMode="numeric"
          maxLength={2}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="num h-7 w-12 rounded-sm border border-control bg-surface px-2 text-ink pointer-coarse:h-11"
        />
      </label>
      <Button size="sm" type="submit" disabledReason={reason}>
        Agree
      </Button>
    </form>
  )
}
