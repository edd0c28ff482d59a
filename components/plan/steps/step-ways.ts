import type { Plan, PlanStep } from '#lib/contract/plan.ts'
import { boardLink, capacityLink, issueLink, issuesLink, settingsLink } from '#lib/kit/links.ts'

/** What a step leads to: another page, or something on this one. */
export type Way = { label: string; href: string } | { label: string; act: PlanAct }
/** What the page does for a step. */
export type PlanAct = 'add' | 'propose' | 'session' | 'issue'

type Setting = { group: string; view: Pick<Plan, 'milestone' | 'boards' | 'planningIssue'> }
type Missing = PlanStep['missing'][number]

/** Where something that is missing is put right; null where the sentence says all there is. */
export function hrefOfMissing({ group, view }: Setting, { to, ref }: Missing): string | null {
  const { slug } = view.milestone
  switch (to) {
    case 'issue':
      return ref === null ? null : issueLink(group, ref)
    case 'planning-board':
      return boardLink(group, view.boards.planning ?? 'planning', { milestone: slug })
    case 'boards':
      return settingsLink(group, 'boards')
    case 'capacity':
      return capacityLink(group, slug)
    default:
      return null
  }
}

/** How a step is done from here. */
export function waysOf({ group, view }: Setting, { key }: Pick<PlanStep, 'key'>): Way[] {
  const { milestone, boards, planningIssue } = view
  const board = {
    label: 'Planning Board',
    href: boardLink(group, boards.planning ?? 'planning', { milestone: milestone.slug }),
  }
  switch (key) {
    case 'planning-issue':
      return [
        planningIssue === null
          ? { label: 'Planning issue', act: 'issue' }
          : { label: `Planning issue #${planningIssue}`, href: issueLink(group, planningIssue) },
        { label: 'Boards', href: settingsLink(group, 'boards') },
      ]
    case 'refinement':
      return [
        {
          label: 'Issues in planning breakdown',
          href: issuesLink(group, {
            filter: `milestone:"${milestone.slug}" and workflow:"planning breakdown"`,
          }),
        },
      ]
    case 'candidates':
      return [{ label: 'Add candidates', act: 'add' }, board]
    case 'capacity':
      return [{ label: 'Capacity', href: capacityLink(group, milestone.slug) }]
    case 'weights':
      return [
        {
          label: 'Candidates without a weight',
          href: issuesLink(group, { filter: `milestone:"${milestone.slug}" and weight:none` }),
        },
      ]
    case 'session':
      return [{ label: 'Joint session', act: 'session' }]
    case 'assignment':
      return [
        { label: 'Propose', act: 'propose' },
        { label: 'Planning issue', act: 'issue' },
      ]
  }
}
