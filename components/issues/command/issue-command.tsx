'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import { HandOverQuestion } from '#components/hand-overs/hand-over-question.tsx'
import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { Awaited } from '#components/ui/popups/opening.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import { Refused } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { BlockedDialog, CloseDialog } from './ask-dialogs.tsx'
import {
  assigneeEntries,
  labelEntries,
  milestoneEntries,
  weightEntries,
  workflowEntries,
} from './fact-entries.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { useIssueActs } from './issue-acts.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import { actOf, leave, Once, subjectOf } from './question-parts.tsx'
import type { Lookups } from '#components/lookups/lookups.ts'
import { BulkCommand } from '#components/issues/bulk/bulk-command.tsx'
import { questions } from '#components/commands/command-target.ts'
import type { More, Question, What } from '#components/commands/command-target.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { isUnanswered, useSeenIssue } from '#components/issues/page/use-issue.ts'

const MoreAsked = lazyPopup(async () => (await import('./more-asked.tsx')).MoreAsked)

/** What a key or the palette asks about an issue, wherever one is: a menu at it, or a dialog. */
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
    <Asked key={key} group={group} asked={{ ...asked, ref }} lookups={lookups} pending={pending} />
  ) : (
    <BulkCommand key={key} group={group} asked={asked} lookups={lookups} />
  )
}

type AskedOne = Question & { ref: number }
type Props = { group: string; asked: AskedOne; lookups: Lookups }

function Asked({ group, asked, lookups, pending }: Props & { pending: ReactNode }) {
  const { issue, error, isCutOff } = useSeenIssue(group, asked.ref, lookups)
  if (error || isCutOff) return <Unfetched asked={asked} because={error} />
  return issue ? <Whole group={group} asked={asked} lookups={lookups} issue={issue} /> : pending
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

function Whole({ group, asked, lookups, issue }: Props & { issue: Issue }) {
  const { ref, anchor } = asked
  const actor = useActor(group)
  const what = isHandedOverBy(issue, actor) ? asked.what : askedInstead(asked.what)
  const acts = useIssueActs(group)
  const [need, setNeed] = useState<{ proceed: Parameters<FactsProps['askNeed']>[0] } | null>(null)
  const asksMore = useRef(false)
  const props: FactsProps = {
    issue,
    lookups,
    actor,
    acts,
    askNeed: (proceed) => {
      asksMore.current = true
      setNeed({ proceed })
    },
  }
  const why = whyNotAsk(what, issue, actor)
  if (why) {
    const ways = waysOn([ref], why.code)
    return <Once run={() => toast({ text: why.because, tone: 'refused', ways })} />
  }
  if (what === 'take') {
    return <Once run={() => acts.take(issue, actor.handle, issue.dri && nameOf(issue.dri, lookups))} />
  }
  if (what === 'close' && issue.state === 'closed') return <Once run={() => acts.reopen(issue)} />
  if (need) {
    return (
      <BlockedDialog
        subject={`#${ref}`}
        onClose={leave}
        onAnswer={(blocked) => {
          leave()
          need.proceed(blocked ?? undefined)
        }}
      />
    )
  }
  if (what === 'hand_over') {
    return <HandOverQuestion group={group} issue={issue} lookups={lookups} actor={actor} onClose={leave} />
  }
  if (what === 'close') {
    return (
      <CloseDialog
        group={group}
        subject={`#${ref}`}
        issue={ref}
        onClose={leave}
        onAnswer={(reason, duplicateOf) => {
          leave()
          acts.close(issue, reason, duplicateOf)
        }}
      />
    )
  }
  if (!isLettered(what)) {
    return <MoreAsked group={group} what={what} anchor={anchor} props={props} onClose={leave} />
  }
  const { label, search, entries } = MENUS[what]
  return (
    <Menu
      anchor={anchor}
      label={`${label} of #${ref}`}
      entries={(typed) => [{ kind: 'heading', label: `${label} of #${ref}` }, ...entries(props, typed)]}
      {...(search ? { search } : {})}
      // a line of the menu may have asked something else
      onClose={() => !asksMore.current && questions.get().asked?.what === asked.what && leave()}
    />
  )
}

/** What waits is shown to everybody; what is begun is the DRI's and the EM's. */
const isHandedOverBy = ({ dri, offeredTo }: Issue, actor: ReturnType<typeof useActor>): boolean =>
  dri === null || offeredTo !== null || dri === actor.handle || may(actor, 'assign.others')

const askedInstead = (what: What): What => (what === 'hand_over' ? 'ask_hand_over' : what)

function whyNotAsk(what: What, issue: Issue, actor: ReturnType<typeof useActor>): Refusal | null {
  const refusal = whyNotAllowed(actor, actOf(what))
  if (refusal) return refusal
  if (what !== 'hand_over' || issue.offeredTo !== null || issue.dri !== null) return null
  return whyNotAllowed(actor, 'assign.others')
}

type MenuWhat = Exclude<What, More | 'take' | 'close' | 'hand_over'>
type MenuFacts = {
  label: string
  search?: string
  entries: (props: FactsProps, typed: string) => MenuEntry[]
}

const MENUS: Record<MenuWhat, MenuFacts> = {
  status: { label: 'Status', entries: workflowEntries },
  assign: { label: 'Assignees', search: 'Find a person', entries: assigneeEntries },
  labels: { label: 'Labels', search: 'Find a label', entries: labelEntries },
  milestone: { label: 'Milestone', entries: milestoneEntries },
  weight: { label: 'Weight', search: 'Type a weight', entries: weightEntries },
}

const isLettered = (what: MenuWhat | More): what is MenuWhat => what in MENUS

/** The dictionaries of a group, also on pages that have not fetched them themselves. */
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
