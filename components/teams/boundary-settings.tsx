'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { removeBoundary } from '#lib/contract/teams.ts'

import type { Boundary } from './boundary-box.tsx'
import { Owner } from './owner.tsx'
import type { Team } from './team-box.tsx'

const BoundaryDialog = lazyPopup(async () => (await import('./boundary-dialog.tsx')).BoundaryDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

type Props = {
  group: string
  boundaries: readonly Boundary[]
  teams: readonly Team[]
  reason: string | null
}

/** Handbook › What falls outside our scope: "loop in the listed owner". */
export function BoundarySettings({ group, boundaries, teams, reason }: Props) {
  const { change, busy } = useBusyChange()
  const [editing, setEditing] = useState<Boundary | 'new' | null>(null)
  const [doomed, setDoomed] = useState<Boundary | null>(null)
  return (
    <section aria-labelledby="settings-boundaries" className="rounded-lg border border-line bg-surface">
      <header className="flex items-start gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 id="settings-boundaries" className="text-base">
            Not ours
          </h2>
          <p className="text-pretty text-ink-2">Areas outside the scope, and their owners.</p>
        </div>
        {!reason && (
          <Button onPointerEnter={BoundaryDialog.ahead} onClick={() => setEditing('new')}>
            Add boundary
          </Button>
        )}
      </header>
      <ul aria-label="Boundaries">
        {boundaries.map((boundary) => (
          <li
            key={boundary.id}
            className="flex items-start gap-2 border-t border-line px-4 py-2.5 max-sm:flex-wrap"
          >
            <div className="min-w-0 flex-1 max-sm:basis-full">
              <p className="text-pretty">
                <span className="font-medium">{boundary.area}</span>{' '}
                <span className="text-ink-2">
                  belongs to <Owner name={boundary.owner} group={boundary.ownerGroup} />
                </span>
              </p>
              <p className="text-pretty text-ink-2">{boundary.relationship}</p>
            </div>
            {!reason && (
              <Button
                kind="quiet"
                size="sm"
                aria-label={`Edit the boundary to ${boundary.owner}: ${boundary.area}`}
                onPointerEnter={BoundaryDialog.ahead}
                onClick={() => setEditing(boundary)}
              >
                Edit
              </Button>
            )}
            {!reason && (
              <Button
                kind="quiet"
                size="sm"
                aria-label={`Remove the boundary to ${boundary.owner}: ${boundary.area}`}
                onPointerEnter={AskDialog.ahead}
                onClick={() => setDoomed(boundary)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {boundaries.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-ink-3">No boundaries yet.</p>
      )}
      {editing && (
        <BoundaryDialog
          group={group}
          teams={teams}
          boundary={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {doomed && (
        <AskDialog
          title={`Remove the boundary to ${doomed.owner}?`}
          description={`The map no longer shows who owns this: ${doomed.area}.`}
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removeBoundary,
              input: { group, boundary: doomed.id },
              message: `Removed the boundary to ${doomed.owner}.`,
            })
          }
          onClose={() => setDoomed(null)}
        />
      )}
    </section>
  )
}
