'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'

import { questions, subjectOf } from '#components/commands/command-target.ts'
import type { Question } from '#components/commands/command-target.ts'
import { isUnanswered, useSeenIssue } from '#components/issues/page/use-issue.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { toast } from '#components/shell/toasts.ts'
import { Awaited } from '#components/ui/popups/opening.tsx'
import { useStore } from '#components/ui/store.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { Refused } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { OneAsked } from './one-asked.tsx'
import { Once } from './question-parts.tsx'
import { BulkAsked } from './bulk-asked.tsx'

/** What a key, a button or the palette asks about issues, wherever one is. */
export function IssueCommand({ group, onClose }: { group: string; onClose: () => void }) {
  const asked = useStore(questions, (state) => state.asked)
  const { lookups, isMissing } = useFetchedLookups(group)
  if (!asked) return null
  if (isMissing) return <Unfetched asked={asked} />
  const pending = asked.what === 'take' ? null : <Awaited onGiveUp={onClose} />
  if (!lookups) return pending
  const [ref] = asked.refs
  const key = `${asked.refs.join()} ${asked.what}`
  return ref !== undefined && asked.refs.length === 1 ? (
    <Alone key={key} group={group} asked={asked} issue={ref} lookups={lookups} pending={pending} />
  ) : (
    <BulkAsked key={key} group={group} asked={asked} lookups={lookups} />
  )
}

type AloneProps = { group: string; asked: Question; issue: number; lookups: Lookups; pending: ReactNode }

function Alone({ group, asked, issue: ref, lookups, pending }: AloneProps) {
  const { issue, error, isCutOff } = useSeenIssue(group, ref, lookups)
  if (error || isCutOff) return <Unfetched asked={asked} because={error} />
  return issue ? <OneAsked group={group} asked={asked} lookups={lookups} issue={issue} /> : pending
}

/** What could not be asked is said, and the page stays as it is. */
function Unfetched({ asked, because }: { asked: Question; because?: Error | null }) {
  const why = because instanceof Refused ? because.message : 'The server cannot be reached.'
  return (
    <Once
      run={() => toast({ text: `${subjectOf(asked.refs)} cannot be changed now. ${why}`, tone: 'refused' })}
    />
  )
}

/** The lookups of a group, also on pages that have not fetched them themselves. */
function useFetchedLookups(group: string): { lookups: Lookups | null; isMissing: boolean } {
  const reads = [
    useQuery(reading(listLabels, { group })),
    useQuery(reading(listMilestones, { group })),
    useQuery(reading(listPeople, { group })),
    useQuery(reading(listTeams, { group })),
    useQuery(reading(listEpics, { group })),
  ] as const
  const isMissing = reads.some((read) => read.data === undefined && isUnanswered(read))
  const [labels, milestones, people] = [reads[0].data, reads[1].data, reads[2].data]
  const [teams, epics] = [reads[3].data, reads[4].data]
  const lookups = useMemo(() => {
    if (!labels || !milestones || !people || !teams || !epics) return null
    const { items, current, next } = milestones
    return {
      labels: labels.items,
      milestones: items,
      current,
      next,
      people: people.items,
      teams: teams.items,
      epics: epics.items,
    }
  }, [labels, milestones, people, teams, epics])
  return { lookups, isMissing }
}
