import type { IssueIndex, ListGroup } from '#lib/contract/issue-lists.ts'
import { HEALTHS, healthTitle } from '#lib/domain/issues.ts'
import { stateTitle, STATES } from '#lib/domain/workflow.ts'

import type { ListState } from './list-state.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

/** A list from top to bottom: heads of groups, and issues with their place among all issues. */
export type Line =
  | { kind: 'head'; key: string; title: string; count: number; weight: number; folded: boolean }
  | { kind: 'issue'; ref: number; at: number }

/** The lines of a list; all its issues in the same order; and those that no folded group hides. */
export function linesOf(
  { groups }: Pick<IssueIndex, 'groups'>,
  { by, folded }: Pick<ListState, 'by' | 'folded'>,
  lookups: Lookups,
): { lines: Line[]; refs: number[]; shown: number[] } {
  const lines: Line[] = []
  const refs: number[] = []
  const shown: number[] = []
  for (const { key, weight, refs: own } of groups) {
    const hidden = by !== null && folded.includes(key)
    if (by) {
      const title = groupTitle(key, by, lookups)
      lines.push({ kind: 'head', key, title, count: own.length, weight, folded: hidden })
    }
    for (const ref of own) {
      const at = refs.push(ref) - 1
      if (hidden) continue
      lines.push({ kind: 'issue', ref, at })
      shown.push(ref)
    }
  }
  return { lines, refs, shown }
}

export const GROUP_TITLES: Record<ListGroup, string> = {
  milestone: 'milestone',
  epic: 'epic',
  dri: 'DRI',
  assignees: 'assignee',
  team: 'functional team',
  type: 'type',
  workflow: 'workflow state',
  health: 'health',
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
    case 'assignees':
      return key
        .split(',')
        .map((handle) => nameOf(handle, lookups))
        .join(', ')
    case 'health': {
      const health = HEALTHS.find((one) => one === key)
      return health ? healthTitle(health) : key
    }
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
