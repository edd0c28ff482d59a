import type { IssueIndex, ListGroup } from '#lib/contract/issue-lists.ts'
import { stateTitle, STATES } from '#lib/domain/workflow.ts'

import { nameOf } from './lookups.ts'
import type { Lookups } from './lookups.ts'

/** A list from top to bottom: heads of groups, and issues with their place among the issues. */
export type Line =
  | { kind: 'head'; key: string; title: string; count: number; weight: number }
  | { kind: 'issue'; ref: number; at: number }

/** The lines of a list, and its issues alone in the same order. */
export function linesOf(
  { groups }: Pick<IssueIndex, 'groups'>,
  by: ListGroup | null,
  lookups: Lookups,
): { lines: Line[]; refs: number[] } {
  const lines: Line[] = []
  const refs: number[] = []
  for (const { key, weight, refs: own } of groups) {
    if (by) lines.push({ kind: 'head', key, title: groupTitle(key, by, lookups), count: own.length, weight })
    for (const ref of own) lines.push({ kind: 'issue', ref, at: refs.push(ref) - 1 })
  }
  return { lines, refs }
}

export const GROUP_TITLES: Record<ListGroup, string> = {
  milestone: 'milestone',
  epic: 'epic',
  dri: 'DRI',
  team: 'functional team',
  type: 'type',
  workflow: 'workflow state',
}

function groupTitle(key: string, by: ListGroup, lookups: Lookups): string {
  if (key === '') return `No ${GROUP_TITLES[by]}`
  switch (by) {
    case 'milestone':
      return lookups.milestones.find(({ slug }) => slug === key)?.title ?? key
    case 'epic':
      return lookups.epics.find(({ number }) => String(number) === key)?.title ?? `&${key}`
    case 'dri':
      return nameOf(key, lookups)
    case 'team':
      return lookups.teams.find(({ slug }) => slug === key)?.name ?? key
    case 'type':
      return key
    case 'workflow': {
      const state = STATES.find((one) => one === key)
      return state ? stateTitle(state) : key
    }
  }
}
