'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { HEAVIEST, USUAL_WEIGHT, USUAL_WEIGHTS, weightFrom } from '#lib/domain/weight.ts'

type Props = {
  given: { weight: number | null; reason: string }
  onVote: (weight: number, reason: string) => Promise<unknown>
}

/** One's own weight, which nobody else sees yet: arrow keys choose, Enter gives it. */
export function OwnVote({ given, onVote }: Props) {
  const [weight, setWeight] = useState(given.weight)
  const [reason, setReason] = useState(given.reason)
  const same = weight === given.weight && reason.trim() === given.reason
  const why = weight === null ? 'Choose a weight first.' : same ? 'This is your current weight.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (weight !== null && !why) await onVote(weight, reason.trim())
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-2.5 rounded-sm bg-sunken p-2.5"
    >
      <fieldset>
        <legend className="pb-1 font-medium">Your weight</legend>
        <div className="flex flex-wrap gap-1">
          {USUAL_WEIGHTS.map((one) => (
            <label
              key={one}
              className="num relative grid size-8 cursor-pointer place-items-center rounded-sm border border-control bg-surface font-medium has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11"
            >
              <input
                type="radio"
                name="weight"
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                checked={weight === one}
                onChange={() => setWeight(one)}
              />
              {one}
            </label>
          ))}
          <input
            aria-label="Another weight"
            placeholder="or…"
            type="text"
            inputMode="numeric"
            maxLength={String(HEAVIEST).length}
            className="num h-8 w-14 rounded-sm border border-control bg-surface px-2 placeholder:text-ink-3 pointer-coarse:h-11"
            value={weight === null || USUAL_WEIGHTS.includes(weight) ? '' : weight}
            onChange={({ target }) => setWeight(weightFrom(target.value))}
          />
        </div>
      </fieldset>
      <TextField
        label="Reason (optional)"
        value={reason}
        maxLength={1_000}
        {...((weight ?? 0) > USUAL_WEIGHT ? { hint: 'Over 3: write how to split the issue.' } : {})}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex items-center gap-2">
        <Button kind="primary" size="sm" type="submit" disabledReason={why}>
          {given.weight === null ? 'Submit weight' : 'Change weight'}
        </Button>
        {given.weight !== null && (
          <span className="num text-xs text-ink-2">Your weight: {given.weight}.</span>
        )}
      </div>
    </form>
  )
}
