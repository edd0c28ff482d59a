import { readPlanningIssue } from '#lib/contract/planning-issue.ts'
import { reading } from '#lib/http/query.ts'

export const planningRead = (group: string, milestone: string) =>
  reading(readPlanningIssue, { group, milestone })
