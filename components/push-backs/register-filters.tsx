'use client'

import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PUSH_BACK_KINDS, PUSH_BACK_STATES } from '#lib/domain/push-back-terms.ts'

import { KIND_TITLES, STATE_TITLES } from './push-back-text.ts'
import type { Register } from './push-backs-reads.ts'

type Props = {
  register: Register
  onChange: (change: Partial<Register>) => void
  field: RefObject<HTMLInputElement | null>
}

const PAUSE_MS = 200

/** The register by state, by what it is about, and by words. */
export function RegisterFilters({ register, onChange, field }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2.5 no-print">
      <Choices
        label="State"
        value={register.state}
        choices={PUSH_BACK_STATES}
        titles={STATE_TITLES}
        onValue={(state) => onChange({ state, show: null })}
      />
      <Choices
        label="About"
        value={register.kind}
        choices={PUSH_BACK_KINDS}
        titles={KIND_TITLES}
        onValue={(kind) => onChange({ kind, show: null })}
      />
      <Words q={register.q} field={field} onChange={(q) => onChange({ q, show: null })} />
    </div>
  )
}

type ChoicesProps<T extends string> = {
  label: string
  value: T | null
  choices: readonly T[]
  titles: Record<T, string>
  onValue: (value: T | null) => void
}

/** One of a few, or all of them. */
function Choices<T extends string>({ label, value, choices, titles, onValue }: ChoicesProps<T>) {
  return (
    <fieldset className="flex flex-wrap gap-0.5 rounded-sm bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {[null, ...choices].map((one) => (
        <button
          key={one ?? 'all'}
          type="button"
          aria-pressed={value === one}
          onClick={() => onValue(one)}
          className={cx(
            'tap min-h-6 rounded-xs px-2 py-0.5 text-xs font-medium',
            value === one ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
          )}
        >
          {one === null ? 'All' : titles[one]}
        </button>
      ))}
    </fieldset>
  )
}

type WordsProps = { q: string; field: Props['field']; onChange: (q: string) => void }

function Words({ q, field, onChange }: WordsProps) {
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, onChange])
  return (
    <label className="relative flex min-w-48 flex-1 items-center">
      <span className="sr-only">Search push-backs</span>
      <Icon name="search" className="absolute left-2.5 text-ink-3" />
      <input
        ref={field}
        type="search"
        dir="auto"
        maxLength={200}
        placeholder="Reason, work or note"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="w-full rounded-sm border border-control bg-surface py-1.5 pr-2.5 pl-8 text-sm text-ink shadow-card placeholder:text-ink-3 pointer-coarse:min-h-11"
      />
    </label>
  )
}
