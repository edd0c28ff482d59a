import type { Step } from '../steps.ts'

/** Steps with the boards that their milestones and labels put issues on, where a board asks for all of these labels. */
export function lying(
  steps: readonly Step[],
  labelIds: readonly string[] = ['group', 'deliverable'],
): Step[] {
  const issues = new Map<number, { held: Set<string>; milestone: string | null }>()
  return steps.map((step) => {
    const issue = issues.get(step.issue) ?? { held: new Set(), milestone: null }
    issues.set(step.issue, issue)
    for (const id of step.off ?? []) issue.held.delete(id)
    for (const id of step.on ?? []) issue.held.add(id)
    if (step.milestone !== undefined) issue.milestone = step.milestone
    return { ...step, board: labelIds.every((id) => issue.held.has(id)) ? issue.milestone : null }
  })
}
