import { dayMonth } from '#components/ui/days/days.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { MORE_WEIGHTS, USUAL_WEIGHT, USUAL_WEIGHTS, weightFrom } from '#lib/domain/weight.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'

import { deliverableHint } from './deliverable-hints.ts'
import { faceIcon, labelIcon, stateIcon, typeIcon } from './entry-icons.tsx'
import { askAbout } from '#components/commands/command-target.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'

/** The states in the order of the flow, as far as the group has labels for them. */
export function workflowEntries({ issue, lookups, acts, askNeed }: FactsProps): MenuEntry[] {
  const now = stateOf(issue.labels)
  const held = issue.labels.filter(({ meaning }) => meaning === `workflow.${now}`)
  return [
    ...STATES.flatMap((state): MenuEntry[] => {
      const label = lookups.labels.find(({ meaning }) => meaning === `workflow.${state}`)
      if (!label) return []
      const set = (blocked?: { need: string; from: string }) =>
        acts.label(issue, issue.labels, { add: [label], ...(blocked ? { blocked } : {}) })
      const choose = () => (state === 'blocked' ? askNeed(set) : set())
      return [
        {
          kind: 'act',
          label: stateTitle(state),
          icon: stateIcon(state),
          checked: state === now,
          act: state === now ? () => {} : choose,
        },
      ]
    }),
    { kind: 'line' },
    {
      kind: 'act',
      label: 'None',
      checked: now === null,
      act: () => acts.label(issue, issue.labels, { remove: held }),
    },
  ]
}

export function weightEntries({ issue, acts }: FactsProps, typed = ''): MenuEntry[] {
  const days = (weight: number) => (weight === 0 ? 'no time' : `≈ ${weight * 2} days`)
  return [
    ...weightsOffered(typed, issue.weight, (weight) => ({
      kind: 'act',
      label: String(weight),
      hint: weight > USUAL_WEIGHT ? 'break it down' : days(weight),
      checked: issue.weight === weight,
      act: () => acts.weigh(issue, weight),
    })),
    { kind: 'line' },
    { kind: 'act', label: 'No weight', checked: issue.weight === null, act: () => acts.weigh(issue, null) },
  ]
}

/** The usual ones, and more of them: with the one that is held and the one that is typed, in their order. */
export function weightsOffered(
  typed: string,
  held: number | null,
  entry: (weight: number) => MenuEntry,
): MenuEntry[] {
  const others = [held, weightFrom(typed)].filter((weight) => weight !== null)
  const more = [...new Set([...MORE_WEIGHTS, ...others])].filter((weight) => !USUAL_WEIGHTS.includes(weight))
  return [
    ...USUAL_WEIGHTS.map(entry),
    { kind: 'heading', label: 'More' },
    ...more.toSorted((a, b) => a - b).map(entry),
  ]
}

/** Of a Deliverable it says before one chooses where it can go as it is. */
export function milestoneEntries({ issue, lookups, acts, actor }: FactsProps): MenuEntry[] {
  const { milestones, current, next } = lookups
  const hintOf = deliverableHint(issue, { lookups, actor })
  const entry = (milestone: (typeof milestones)[number]): MenuEntry => ({
    kind: 'act',
    label: milestone.title,
    hint: [
      milestone.slug === current
        ? 'current'
        : milestone.slug === next
          ? 'next'
          : milestone.startOn
            ? `from ${dayMonth(milestone.startOn)}`
            : '',
      hintOf(milestone),
    ]
      .filter(Boolean)
      .join(', '),
    checked: issue.milestone === milestone.slug,
    act: () => acts.plan(issue, milestone),
  })
  const open = milestones.filter(({ closed, slug }) => !closed || slug === issue.milestone)
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
      checked: issue.milestone === null,
      act: () => acts.plan(issue, null),
    },
  ]
}

/** A label of a held scope displaces the other, so every label is one press. */
export function labelEntries({ issue, lookups, acts, actor }: FactsProps): MenuEntry[] {
  const held = new Set(issue.labelIds)
  const deliverable = may(actor, 'deliverable.set')
  const offered = lookups.labels.filter(
    ({ meaning }) =>
      !(meaning?.startsWith('workflow.') ?? false) && (deliverable || meaning !== 'deliverable'),
  )
  const byKind = Map.groupBy(offered, (label) => (typeOf([label]) === null ? 'Labels' : 'Type'))
  return (['Type', 'Labels'] as const).flatMap((kind): MenuEntry[] => [
    { kind: 'heading', label: kind },
    ...(byKind.get(kind) ?? []).map((label): MenuEntry => ({
      kind: 'act',
      label: label.title,
      icon: kind === 'Type' ? typeIcon(typeOf([label])) : labelIcon(label.hue),
      checked: held.has(label.id),
      act: () => acts.label(issue, issue.labels, held.has(label.id) ? { remove: [label] } : { add: [label] }),
    })),
  ])
}

/** Everybody may come and go; who else works on it is the EM's to say. */
export function assigneeEntries({ issue, lookups, acts, actor }: FactsProps): MenuEntry[] {
  const others = may(actor, 'assign.others')
  const offered = lookups.people.filter(({ handle }) => others || handle === actor.handle)
  const entries = offered.map(({ handle, name }): MenuEntry => {
    const held = issue.assignees.includes(handle)
    const assignees = held ? issue.assignees.filter((one) => one !== handle) : [...issue.assignees, handle]
    return {
      kind: 'act',
      icon: faceIcon({ handle, name }),
      label: handle === actor.handle ? `${name} (me)` : name,
      checked: held,
      act: () => acts.assign(issue, assignees),
    }
  })
  if (others) return entries
  const ask = () => askAbout([issue.ref], 'ask_assign')
  return [
    ...entries,
    { kind: 'line' },
    { kind: 'act', label: 'Ask the engineering manager to assign another person…', act: ask },
  ]
}
