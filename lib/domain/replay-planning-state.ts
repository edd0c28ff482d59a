import type { FreezeData, PriorityData } from './events/planning-issue.ts'
import { PLANNING_STARTER, type PlanningTemplate } from './planning-issue/planning-template.ts'

export type PlanningIssueState = {
  issue: number
  /** Version of its template; 0 for the one that groups begin with. */
  template: number
  priorities: PriorityData[]
  frozen: FreezeData | null
  /** Comments that said capacity and DRIs. */
  posts: Set<string>
}

/** What events tell of planning issues, by milestone, and of the template in use. */
export type PlanningState = { planning: Map<number, PlanningIssueState>; planningTemplate: PlanningTemplate }

export const emptyPlanning = (): PlanningState => ({
  planning: new Map(),
  planningTemplate: PLANNING_STARTER,
})
