'use client'

import { useQuery } from '@tanstack/react-query'

import { EpicWaiting } from '#components/epics/epic-waiting.tsx'
import { WaitingHandOver } from '#components/hand-overs/waiting-hand-over.tsx'
import { useLookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { AgendaItem } from '#lib/contract/syncs.ts'
import { reading } from '#lib/http/query.ts'

type Props = { group: string; about: NonNullable<AgendaItem['about']> }

/** A hand-over that waits is answered or withdrawn where the room talks about it, as on the page of its issue or epic. */
export function WaitingHere({ group, about: { kind, ref } }: Props) {
  const actor = useActor(group)
  const lookups = useLookups(group)
  const issue = useQuery({ ...reading(readIssue, { group, ref }), enabled: kind === 'issue' }).data
  const epic = useQuery({ ...reading(readEpic, { group, epic: ref }), enabled: kind === 'epic' }).data
  if (epic) return <EpicWaiting group={group} epic={epic} lookups={lookups} />
  return issue ? <WaitingHandOver group={group} issue={issue} lookups={lookups} actor={actor} /> : null
}
