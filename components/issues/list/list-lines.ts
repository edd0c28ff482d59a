import type { IssueIndex, ListGroup } from '#lib/contract/issue-lists.ts'
import { FACTS } from '#lib/domain/facts/facts.ts'
import { isFact } from '#lib/domain/facts/names.ts'
import type { ChoiceName } from '#lib/domain/facts/names.ts'
import { stateTitle, STATES } from '#lib/domain/workflow.ts'

import { titleIn } from '#components/issues/facts/columns.tsx'
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

const GROUP_TITLES: Record<Exclude<ListGroup, ChoiceName>, string> = {
  milestone: 'milestone',
  epic: 'epic',
  dri: 'DRI',
  assignees: 'assignee',
  team: 'functional team',
  type: 'type',
  workflow: 'workflow state',
}

export const groupName = (by: ListGroup): string => (isFact(by) ? FACTS[by].title : GROUP_TITLES[by])

function groupTitle(key: string, by: ListGroup, lookups: Lookups): string {
  if (key === '') return `No ${groupName(by)}`
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
    case 'team':
      return lookups.teams.find(({ slug }) => slug === key)?.name ?? key
    case 'type':
      return key
    case 'workflow': {
      const state = STATES.find((one) => one === key)
      return state ? stateTitle(state) : key
    }
    default:
      return titleIn(FACTS[by].titles, key)
  }
}
