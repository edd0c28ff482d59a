'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'

import type { LeftOut } from './use-proposal.ts'

type Props = {
  count: number
  leftOut: readonly LeftOut[]
  /** Of those, what has been picked since. */
  isPicked: (ref: number) => boolean
  onDiscard: () => void
}

/** What was proposed, and why the rest was left out. */
export function ProposalNote({ count, leftOut, isPicked, onDiscard }: Props) {
  const [isOpen, setOpen] = useState(false)
  const rest = leftOut.filter(({ ref }) => !isPicked(ref))
  return (
    <div className="border-b border-line bg-accent-soft text-xs print:hidden">
      <p className="num flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1">
        <span className="min-w-0 flex-1">
          <b className="font-semibold">Proposal</b> · {count} picked
          {rest.length > 0 && `, ${rest.length} left out`}. Edit the picks, then make them.
        </span>
        {rest.length > 0 && (
          <Button size="sm" kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide reasons' : 'Show reasons'}
          </Button>
        )}
        <Button size="sm" kind="quiet" onClick={onDiscard}>
          Discard
        </Button>
      </p>
      {isOpen && rest.length > 0 && (
        <ul aria-label="Left out" className="scroll-calm max-h-40 overflow-y-auto px-3 pb-2">
          {rest.map(({ ref, because }) => (
            <li key={ref} className="flex gap-2 py-0.5">
              <b className="num flex-none font-semibold">#{ref}</b>
              <span className="min-w-0 text-pretty text-ink-2">{because}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
