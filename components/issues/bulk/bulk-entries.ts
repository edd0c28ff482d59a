import type { ReactNode } from 'react'

import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { CLOSE_REASONS, closeReasonTitle } from '#lib/domain/issues.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'

import { ELSEWHERE } from '#components/issues/facts/elsewhere.ts'
import { entry } from '#components/issues/facts/entries.ts'
import { weightsOffered } from '#components/issues/command/fact-entries.ts'
import { faceIcon, labelIcon, stateIcon, typeIcon } from '#components/issues/command/entry-icons.tsx'
import type { HintOf } from '#components/issues/command/deliverable-hints.ts'
import type { StateTab } from '#components/issues/list/list-state.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

export type Run = (change: BulkChange, message: (count: string) => string) => void | Promise<void>
export type Need = { need: string; from: string }
export type Parts = {
  lookups: Lookups
  actor: Actor & { handle: string }
  run: Run
  /** Asks what blocked work waits for, then goes on with the answer. */
  askNeed: (proceed: (blocked?: Need) => void) => void
  /** Says beside a milestone how many of them cannot go there as they are. */
  hints: () => HintOf
  /** Asks of which issue all of them are duplicates. */
  askOriginal: () => void
}

/** More than this is asked about first. */
export const MANY = 500

const act = (label: string, doIt: () => unknown, icon?: ReactNode): MenuEntry => ({
  kind: 'act',
  label,
  icon,
  act: () => void doIt(),
})

export function milestoneEntries({ lookups, run, hints }: Parts): MenuEntry[] {
  const { milestones, current, next } = lookups
  const hintOf = hints()
  const open = milestones.filter(({ closed }) => !closed)
  const entry = (milestone: (typeof milestones)[number]): MenuEntry => {
    const { slug, title } = milestone
    const near = slug === current ? 'current' : slug === next ? 'next' : ''
    return {
      kind: 'act',
      label: title,
      hint: [near, hintOf(milestone)].filter(Boolean).join(', '),
      act: () => run({ what: 'milestone', milestone: slug }, (count) => `Planned ${count} for ${title}.`),
    }
  }
  return [
    { kind: 'heading', label: 'Milestones' },
    ...open.filter(({ shelf }) => shelf === null).map(entry),
    { kind: 'heading', label: 'Shelves' },
    ...open.filter(({ shelf }) => shelf !== null).map(entry),
    { kind: 'line' },
    {
      kind: 'act',
      label: 'No milestone',
      hint: hintOf(null),
      act: () => run({ what: 'milestone', milestone: null }, (count) => `Cleared the milestone of ${count}.`),
    },
  ]
}

export function labelEntries({ lookups, actor, run, askNeed }: Parts, way: 'add' | 'remove'): MenuEntry[] {
  const deliverable = may(actor, 'deliverable.set')
  const offered = lookups.labels.filter(({ meaning }) => deliverable || meaning !== 'deliverable')
  return offered.map(({ title, hue, meaning }) => {
    const go = (blocked?: Need) =>
      run({ what: 'labels', [way]: [title], ...(blocked ? { blocked } : {}) }, (count) =>
        way === 'add' ? `Added ${title} to ${count}.` : `Removed ${title} from ${count}.`,
      )
    const asks = way === 'add' && meaning === 'workflow.blocked'
    return act(title, () => (asks ? askNeed(go) : go()), labelIcon(hue))
  })
}

/** Everybody may come and go; who else works on it is the EM's to say. */
export function assignEntries({ lookups, actor, run }: Parts): MenuEntry[] {
  const others = may(actor, 'assign.others')
  const offered = lookups.people.filter(({ handle }) => others || handle === actor.handle)
  const entries = (what: 'assign' | 'unassign') =>
    offered.map(({ handle, name }) =>
      act(
        handle === actor.handle ? `${name} (me)` : name,
        () =>
          run({ what, person: handle }, (count) =>
            what === 'assign' ? `Assigned ${count} to ${name}.` : `Unassigned ${name} from ${count}.`,
          ),
        faceIcon({ handle, name }),
      ),
    )
  return [
    { kind: 'heading', label: 'Assign' },
    ...entries('assign'),
    { kind: 'heading', label: 'Unassign' },
    ...entries('unassign'),
  ]
}

export function epicEntries({ lookups, run }: Parts): MenuEntry[] {
  return [
    ...lookups.epics.map(({ number, title, closed }): MenuEntry => ({
      kind: 'act',
      label: title,
      hint: closed ? 'closed' : '',
      act: () => run({ what: 'epic', epic: number }, (count) => `Added ${count} to ${title}.`),
    })),
    { kind: 'line' },
    act('No epic', () => run({ what: 'epic', epic: null }, (count) => `Removed ${count} from their epics.`)),
  ]
}

export function teamEntries({ lookups, run }: Parts): MenuEntry[] {
  return [
    ...lookups.teams.map(({ slug, name }) =>
      act(name, () => run({ what: 'team', team: slug }, (count) => `Gave ${count} to ${name}.`)),
    ),
    { kind: 'line' },
    act('No team', () => run({ what: 'team', team: null }, (count) => `Cleared the team of ${count}.`)),
  ]
}

export function weightEntries({ run }: Parts, typed: string): MenuEntry[] {
  return [
    ...weightsOffered(typed, null, (weight) =>
      act(String(weight), () =>
        run({ what: 'weight', weight }, (count) => `Set the weight of ${count} to ${weight}.`),
      ),
    ),
    { kind: 'line' },
    act('No weight', () =>
      run({ what: 'weight', weight: null }, (count) => `Cleared the weight of ${count}.`),
    ),
  ]
}

/** The states in the order of the flow; each is a label, which displaces the one before. */
export function statusEntries({ lookups, run, askNeed }: Parts): MenuEntry[] {
  return STATES.flatMap((state): MenuEntry[] => {
    const label = lookups.labels.find(({ meaning }) => meaning === `workflow.${state}`)
    if (!label) return []
    const set = (blocked?: Need) =>
      run({ what: 'labels', add: [label.title], ...(blocked ? { blocked } : {}) }, (count) =>
        state === 'blocked' ? `Marked ${count} as blocked.` : `Set ${count} to ${stateTitle(state)}.`,
      )
    return [act(stateTitle(state), () => (state === 'blocked' ? askNeed(set) : set()), stateIcon(state))]
  })
}

/** A type is a label; one of the group's that means it replaces the other. */
export function typeEntries({ lookups, run }: Parts): MenuEntry[] {
  return WORK_TYPES.flatMap((type) => {
    const label = lookups.labels.find(({ meaning }) => meaning === `type.${type}`)
    if (!label) return []
    return act(
      type,
      () => run({ what: 'labels', add: [label.title] }, (count) => `The type of ${count} is ${type} now.`),
      typeIcon(type),
    )
  })
}

export const factEntries = ({ run }: Parts, name: FactName): MenuEntry[] =>
  ELSEWHERE[name].options.flatMap((option) => {
    // safe because a change of a fact holds it by its name
    const change = { what: name, [name]: option.value } as BulkChange
    return entry(option, () => void run(change, (count) => ELSEWHERE[name].message(option.value, count)))
  })

export function stateEntries({ run, askOriginal }: Parts, tab: StateTab): MenuEntry[] {
  const closing: MenuEntry[] = CLOSE_REASONS.map((reason) =>
    reason === 'duplicate'
      ? act('Close: duplicate…', askOriginal)
      : act(`Close: ${closeReasonTitle(reason)}`, () =>
          run({ what: 'close', reason }, (count) => `Closed ${count}: ${closeReasonTitle(reason)}.`),
        ),
  )
  const opening = act('Reopen', () => run({ what: 'reopen' }, (count) => `Reopened ${count}.`))
  if (tab === 'open') return closing
  return tab === 'closed' ? [opening] : [...closing, { kind: 'line' }, opening]
}
