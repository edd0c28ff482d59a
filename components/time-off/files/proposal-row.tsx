'use client'

import { isKind, KIND_CHOICES } from '#components/time-off/kind-text.ts'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { spanTextYear } from '#lib/kit/day-text.ts'

import type { ProposedRow } from './use-review.ts'

type Props = { row: ProposedRow; onChange: (row: ProposedRow) => void }

/** One absence of the file: its days, what the file calls it, its kind, and what is there already. */
export function ProposalRow({ row, onChange }: Props) {
  const { title, kind, state, because, isChosen } = row
  const days = daysOf(row)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <label className="flex min-w-0 flex-1 basis-56 items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          type="checkbox"
          className="mt-0.5 size-4 flex-none accent-accent"
          checked={isChosen}
          disabled={state === 'there'}
          onChange={(event) => onChange({ ...row, isChosen: event.target.checked })}
        />
        <span className="min-w-0">
          <span className="num font-medium">{days}</span>
          {title && (
            <span className="ml-2 wrap-anywhere text-ink-2">
              <bdi>{title}</bdi>
            </span>
          )}
          {because && <span className="block text-xs text-ink-2">{because}</span>}
        </span>
      </label>
      {state !== 'there' && (
        <ChoiceField
          label="Kind"
          labelHidden
          spoken={`Kind of ${days}`}
          small
          value={kind}
          choices={KIND_CHOICES}
          onValue={(value) => onChange({ ...row, kind: isKind(value) ? value : kind })}
        />
      )}
    </li>
  )
}

function daysOf({ from, to, fromNoon, untilNoon }: ProposedRow): string {
  const words = spanTextYear(from, to)
  if (from === to) return `${words}${fromNoon ? ', from noon' : untilNoon ? ', until noon' : ''}`
  return `${words}${fromNoon ? ', from noon of the first day' : ''}${untilNoon ? ', until noon of the last' : ''}`
}
