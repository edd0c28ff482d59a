import type { Recorded } from './events.ts'
import type { GroupState } from './replay-state.ts'

/** What an event makes of the planning issues of milestones, and of their template. */
export function applyToPlanning(state: GroupState, event: Recorded): void {
  const { planning } = state
  switch (event.type) {
    case 'planning_issue.created': {
      const { milestone, template } = event.data
      const issue = event.issue ?? 0
      planning.set(Number(milestone.id), { issue, template, priorities: [], frozen: null, posts: new Set() })
      return
    }
    case 'planning_issue.priorities_set': {
      const known = planning.get(Number(event.data.milestone.id))
      if (known) known.priorities = event.data.to
      return
    }
    case 'planning_issue.frozen': {
      const { milestone, at, by, blocks } = event.data
      const known = planning.get(Number(milestone.id))
      if (known) known.frozen = { at, by, blocks }
      return
    }
    case 'planning_issue.unfrozen': {
      const known = planning.get(Number(event.data.milestone.id))
      if (known) known.frozen = null
      return
    }
    case 'planning_issue.posted':
      planning.get(Number(event.data.milestone.id))?.posts.add(event.data.comment)
      return
    case 'planning_template.edited':
      state.planningTemplate = event.data.to
      return
    default:
  }
}

/** Planning issues go with their issue, priorities with what they name. */
export function removeFromPlanning(
  { planning }: GroupState,
  gone: { issues: ReadonlySet<number>; epics: ReadonlySet<number> },
): void {
  for (const [milestone, known] of planning) {
    if (gone.issues.has(known.issue)) planning.delete(milestone)
    known.priorities = known.priorities.filter(
      ({ kind, number }) => !(kind === 'epic' ? gone.epics : gone.issues).has(number),
    )
  }
}
