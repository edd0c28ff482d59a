'use client'

import type { ReactNode } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import { LabelTag, Note } from '#components/ui/tag.tsx'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Act } from '#lib/domain/permissions.ts'
import { stateTitle } from '#lib/domain/workflow.ts'

import { DriFact } from './dri-fact.tsx'
import type { FactsProps } from './facts-props.ts'
import {
  assigneeEntries,
  labelEntries,
  milestoneEntries,
  weightEntries,
  workflowEntries,
} from './fact-entries.ts'
import { nameOf } from './lookups.ts'

/** The facts of an issue, each of them the button that changes it. */
export function IssueFacts(props: FactsProps) {
  const { issue, lookups, actor } = props
  const why = (act: Act) => whyNotAllowed(actor, act)?.because
  const state = stateOf(issue.labels)
  const milestone = lookups.milestones.find(({ slug }) => slug === issue.milestone)
  const quiet = issue.labels.filter(({ meaning }) => !(meaning?.startsWith('workflow.') ?? false))
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-sm">
      <Fact name="Workflow">
        <Pick menu="Workflow" entries={() => workflowEntries(props)} why={why('issue.edit')}>
          {state ? stateTitle(state) : 'none'}
        </Pick>
      </Fact>
      {issue.blocked && (
        <Fact name="Waits for">
          <span className="px-2 py-1">
            <Note tone="bad">
              <Icon name="blocked" className="size-[13px]" />
              <span className="wrap-anywhere">
                {[issue.blocked.need, issue.blocked.from && `from ${issue.blocked.from}`]
                  .filter(Boolean)
                  .join(' ') || 'Nobody said for what'}
              </span>
            </Note>
          </span>
        </Fact>
      )}
      <Fact name="DRI">
        <DriFact {...props} />
      </Fact>
      <Fact name="Assignees">
        <Pick
          menu="Assignees"
          search="Find a person"
          entries={() => assigneeEntries(props)}
          why={why('issue.take')}
        >
          {issue.assignees.length === 0 && 'nobody'}
          {issue.assignees.map((handle) => (
            <Avatar key={handle} face={{ handle, name: nameOf(handle, lookups) }} size="sm" />
          ))}
          {issue.assignees.length === 1 && nameOf(issue.assignees[0] ?? '', lookups)}
        </Pick>
      </Fact>
      <Fact name="Milestone">
        <Pick
          menu="Milestone"
          search="Find a milestone"
          entries={() => milestoneEntries(props)}
          why={why('issue.edit')}
        >
          {milestone?.title ?? 'none'}
        </Pick>
      </Fact>
      <Fact name="Weight">
        <Pick menu="Weight" entries={() => weightEntries(props)} why={why('issue.weigh')}>
          {issue.weight === null ? 'none' : <span className="num">{issue.weight}</span>}
        </Pick>
      </Fact>
      <Fact name="Type">
        <span className="px-2 py-1">{typeOf(issue.labels) ?? 'none'}</span>
      </Fact>
      <Fact name="Labels">
        <Pick
          menu="Labels"
          search="Find a label"
          entries={() => labelEntries(props)}
          why={why('issue.edit')}
          wrap
        >
          {quiet.length === 0 && 'none'}
          {quiet.map(({ id, title, hue }) => (
            <LabelTag key={id} title={title} hue={hue} />
          ))}
        </Pick>
      </Fact>
      {issue.epic !== null && (
        <Fact name="Epic">
          <span className="px-2 py-1">
            {lookups.epics.find(({ number }) => number === issue.epic)?.title ?? `&${issue.epic}`}
          </span>
        </Fact>
      )}
      {issue.team !== null && (
        <Fact name="Team">
          <span className="px-2 py-1">
            {lookups.teams.find(({ slug }) => slug === issue.team)?.name ?? issue.team}
          </span>
        </Fact>
      )}
      {issue.due !== null && (
        <Fact name="Due">
          <span className="px-2 py-1">{dayMonthYear(issue.due)}</span>
        </Fact>
      )}
      {issue.spikeScope && (
        <Fact name="Spike scope">
          <span className="px-2 py-1 text-pretty">{issue.spikeScope}</span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-1.5 text-ink-3 pointer-coarse:py-2.5">{name}</dt>
      <dd className="flex min-w-0 items-start py-0.5">{children}</dd>
    </>
  )
}

type PickProps = {
  menu: string
  search?: string
  entries: () => MenuEntry[]
  why: string | undefined
  wrap?: boolean
  children: ReactNode
}

function Pick({ menu, search, entries, why, wrap, children }: PickProps) {
  if (why) {
    return (
      <Button kind="bare" size="fact" disabledReason={why}>
        {children}
      </Button>
    )
  }
  return (
    <MenuButton
      kind="bare"
      size="fact"
      menuLabel={menu}
      entries={entries}
      {...(search ? { search } : {})}
      className={wrap ? 'flex-initial flex-wrap' : 'flex-initial'}
    >
      <span className="sr-only">{menu}: </span>
      {children}
    </MenuButton>
  )
}
