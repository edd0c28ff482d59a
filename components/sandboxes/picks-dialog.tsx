'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { Weight } from '#components/ui/tag.tsx'
import { readPlan } from '#lib/contract/plan.ts'
import type { SandboxView } from '#lib/contract/sandboxes.ts'
import { reading } from '#lib/http/query.ts'

import { matchesPick, pickLines } from './pick-list.ts'
import type { PickLine } from './pick-list.ts'
import { pickedText } from './sandbox-text.ts'
import { usePick } from './use-pick.ts'

type Props = { group: string; view: SandboxView; onClose: () => void }

const PIECE = 60

/** The candidates, ticked where they are Deliverables in the what-if; each tick is a change of it. */
export function PicksDialog({ group, view, onClose }: Props) {
  const [asked, setAsked] = useState('')
  const [pieces, setPieces] = useState(1)
  const { data } = useQuery(reading(readPlan, { group, milestone: view.milestone.slug }))
  const { refusal, shown, pick } = usePick(group, view)
  const lines = data ? pickLines(data.candidates, view.changes) : []
  const found = lines.filter((line) => matchesPick(line, asked))
  return (
    <Dialog
      title="Choose Deliverables"
      description={`In “${view.sandbox.title}”. The live plan stays as it is.`}
      wide
      tall
      onClose={onClose}
    >
      <TextField
        label="Find a candidate"
        type="search"
        placeholder="Number or title"
        maxLength={200}
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
      />
      {data ? (
        <ul
          aria-label="Candidates"
          className="scroll-calm min-h-24 flex-1 overflow-y-auto rounded-sm border border-line"
        >
          {found.slice(0, pieces * PIECE).map((line) => (
            <Line key={line.ref} line={shown(line)} onPick={() => pick(line)} />
          ))}
          {found.length === 0 && (
            <li className="px-2.5 py-2 text-ink-3">
              {lines.length === 0 ? 'No candidates yet.' : 'No candidates match.'}
            </li>
          )}
          {found.length > pieces * PIECE && (
            <li className="p-2">
              <Button size="sm" onClick={() => setPieces(pieces + 1)}>
                Show more of {found.length}
              </Button>
            </li>
          )}
        </ul>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
      <p role="alert" className="text-pretty text-bad empty:hidden">
        {refusal}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="num text-ink-2">{pickedText(view)}</output>
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  )
}

function Line({ line, onPick }: { line: PickLine; onPick: () => void }) {
  const { ref, title, weight, isLive, isPicked, change, whyNot } = line
  const isRefused = whyNot !== null && !isPicked
  return (
    <li className="border-b border-line px-2.5 py-1 last:border-b-0">
      <label className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          type="checkbox"
          className="mt-0.5 size-4 flex-none accent-accent pointer-coarse:mt-0"
          checked={isPicked}
          disabled={isRefused}
          onChange={onPick}
        />
        <span className="num w-10 flex-none text-ink-3">#{ref}</span>
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block wrap-anywhere">
            {title}
          </span>
          {isRefused && <span className="block text-xs text-ink-2">{whyNot}</span>}
          {change !== null && (
            <span className="block text-xs text-ink-2">
              {isLive ? 'A Deliverable in the live plan' : 'Not a Deliverable in the live plan'}
            </span>
          )}
        </span>
        {weight !== undefined && <Weight weight={weight} />}
      </label>
    </li>
  )
}
