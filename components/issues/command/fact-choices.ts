import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { typeOf } from '#lib/domain/labels.ts'

import { typeIcon } from './entry-icons.tsx'
import type { FactActs } from './fact-acts.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'

type Props = FactsProps & { facts: FactActs }

const none = (label: string, checked: boolean, act: () => void): MenuEntry[] => [
  { kind: 'line' },
  { kind: 'act', label, checked, act },
]

/** The labels that are a type by themselves; sub-types are labels like any other. */
export function typeEntries({ issue, lookups, acts }: Props): MenuEntry[] {
  const types = lookups.labels.filter(({ meaning }) => meaning?.startsWith('type.') ?? false)
  const held = issue.labels.filter(({ meaning }) => meaning?.startsWith('type.') ?? false)
  return [
    ...types.map((label): MenuEntry => ({
      kind: 'act',
      label: typeOf([label]) ?? label.title,
      icon: typeIcon(typeOf([label])),
      checked: held.some(({ id }) => id === label.id),
      act: () => acts.label(issue, issue.labels, { add: [label] }),
    })),
    ...none('None', held.length === 0, () => acts.label(issue, issue.labels, { remove: held })),
  ]
}

/** Open epics first; a closed one opens again when open work joins it. */
export function epicEntries({ issue, lookups, facts }: Props): MenuEntry[] {
  const sorted = lookups.epics.toSorted((a, b) => Number(a.closed) - Number(b.closed))
  return [
    ...sorted.map((epic): MenuEntry => ({
      kind: 'act',
      label: epic.title,
      hint: epic.closed ? 'closed' : `&${epic.number}`,
      checked: issue.epic === epic.number,
      act: () => facts.joinEpic(issue, epic),
    })),
    ...none('No epic', issue.epic === null, () => facts.joinEpic(issue, null)),
  ]
}

export function teamEntries({ issue, lookups, facts }: Props): MenuEntry[] {
  return [
    ...lookups.teams.map((team): MenuEntry => ({
      kind: 'act',
      label: team.name,
      checked: issue.team === team.slug,
      act: () => facts.setTeam(issue, team),
    })),
    ...none('No functional team', issue.team === null, () => facts.setTeam(issue, null)),
  ]
}
