import { closingEndpoints } from './closing.ts'
import type { Endpoint } from './endpoint.ts'
import { exportBurnUp, readBurnUp } from './burn-up.ts'
import { readEpicForecast } from './epic-forecast.ts'
import { readForecast } from './forecast.ts'
import { editGoals, readMilestone } from './milestone-overview.ts'
import { createMilestone, editMilestone, listMilestones } from './milestones.ts'

/**
 * With the forecast of an epic, which is drawn from milestones. Apart from the endpoints themselves: no page imports a list,
 * which would make it carry all of them.
 */
export const milestoneEndpoints = [
  listMilestones,
  createMilestone,
  editMilestone,
  readMilestone,
  editGoals,
  readForecast,
  readBurnUp,
  exportBurnUp,
  readEpicForecast,
  ...closingEndpoints,
] satisfies Endpoint[]
