'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Menu } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import { useStore } from '#components/ui/store.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Act } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

import { BlockedDialog, CloseDialog } from './ask-dialogs.tsx'
import {
  assigneeEntries,
  labelEntries,
  milestoneEntries,
  weightEntries,
  workflowEntries,
} from './fact-entries.ts'
import type { FactsProps } from './facts-props.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { useIssueActs } from './issue-acts.ts'
import { nameOf } from './lookups.ts'
import type { Lookups } from './lookups.ts'
import { questions } from './subject.ts'
import type { Question, What } from './subject.ts'
import { useIssue } from './use-issue.ts'

/** What a key or the palette asks about an issue, wherever one is: a menu at it, or a dialog. */
export function IssueQuestion({ group }: { group: string }) {
  const asked = useStore(questions, (state) => state.asked)
  const lookups = useFetchedLookups(group)
  return asked && lookups ? (
    <Asked key={`${asked.ref} ${asked.what}`} group={group} asked={asked} lookups={lookups} />
  ) : null
}

const leave = () => questions.set({ asked: null })

type Props = { group: string; asked: Question; lookups: Lookups }

function Asked({ group, asked, lookups }: Props) {
  const issue = useIssue(group, asked.ref, lookups)
  return issue ? <Whole group={group} asked={asked} lookups={lookups} issue={issue} /> : null
}

const ACTS: Record<What, Act> = {
  status: 'issue.edit',
  labels: 'issue.edit',
  milestone: 'issue.edit',
  weight: 'issue.weigh',
  assign: 'issue.take',
  take: 'issue.take',
  hand_over: 'issue.hand_over',
  close: 'issue.close',
}

function Whole({ group, asked: { ref, what, anchor }, lookups, issue }: Props & { issue: Issue }) {
  const actor = useActor(group)
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
  if (why) return <Once run={() => toast({ text: why, tone: 'refused' })} />
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
    return (
      <HandOverDialog
        issue={issue}
        people={lookups.people}
        onClose={leave}
        onHandOver={(to, context) => acts.handOver(issue, to, context)}
      />
    )
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
  const { label, search, entries } = menuOf(what)
  return (
    <Menu
      anchor={anchor}
      label={`${label} of #${ref}`}
      entries={(typed) => [{ kind: 'heading', label: `${label} of #${ref}` }, ...entries(props, typed)]}
      {...(search ? { search } : {})}
      onClose={() => !asksMore.current && leave()}
    />
  )
}

/** For what needs no question: done once, and the question is over. */
function Once({ run }: { run: () => void }) {
  const ran = useRef(false)
  useEffect(() => {
    if (ran.current) return
    ran.current = true
    leave()
    run()
  }, [run])
  return null
}

function whyNotAsk(what: What, issue: Issue, actor: ReturnType<typeof useActor>): string | null {
  const refusal = whyNotAllowed(actor, ACTS[what])
  if (refusal) return refusal.because
  if (what !== 'hand_over' || issue.dri === actor.handle || may(actor, 'assign.others')) return null
  return whyNotAllowed(actor, 'assign.others')?.because ?? null
}

type MenuWhat = Exclude<What, 'take' | 'close' | 'hand_over'>
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

const menuOf = (what: MenuWhat): MenuFacts => MENUS[what]

/** The dictionaries of a group, also on pages that have not fetched them themselves. */
function useFetchedLookups(group: string): Lookups | null {
  const labels = useQuery(reading(listLabels, { group })).data
  const milestones = useQuery(reading(listMilestones, { group })).data
  const people = useQuery(reading(listPeople, { group })).data
  const teams = useQuery(reading(listTeams, { group })).data
  return useMemo(() => {
    if (!labels || !milestones || !people || !teams) return null
    const { items, current, next } = milestones
    return {
      labels: labels.items,
      milestones: items,
      current,
      next,
      people: people.items,
      teams: teams.items,
      epics: [],
    }
  }, [labels, milestones, people, teams])
}
