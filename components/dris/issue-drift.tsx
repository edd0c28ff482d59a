'use client'

import { useQuery } from '@tanstack/react-query'

import { useActor } from '#components/shell/use-group.ts'
import { Note } from '#components/ui/tag.tsx'
import { readDrift } from '#lib/contract/drift.ts'
import type { DriftLine } from '#lib/contract/drift.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

import { DriftButton } from './drift-button.tsx'

/** An absence, a missing DRI and one who left are said where the DRI stands. */
const SAID_THERE: readonly DriftLine['drift']['kind'][] = ['away', 'no_dri', 'dri_gone']

/** What lets an issue drift beside that, with what ends it. */
export function IssueDrift({ group, issue }: { group: string; issue: number }) {
  const actor = useActor(group)
  const lines = (useQuery(reading(readDrift, { group })).data?.items ?? []).filter(
    ({ kind, ref, drift }) => kind === 'issue' && ref === issue && !SAID_THERE.includes(drift.kind),
  )
  if (lines.length === 0) return null
  return (
    <ul aria-label="Drift" className="flex flex-col gap-1.5">
      {lines.map(({ drift, dri }) => (
        <li key={drift.kind} className="flex flex-wrap items-center gap-1.5">
          <Note tone="warn">{drift.because}</Note>
          {(drift.kind === 'no_update'
            ? dri?.handle !== actor.handle && may(actor, 'comment')
            : may(actor, 'assign.others') || dri?.handle === actor.handle) && (
            <DriftButton issue={issue} kind={drift.kind} />
          )}
        </li>
      ))}
    </ul>
  )
}
