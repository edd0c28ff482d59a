import { listActivities } from '#lib/contract/activities.ts'
import { listOutcomes } from '#lib/contract/closing.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readMilestone } from '#lib/contract/milestone-overview.ts'
import { readForecast } from '#lib/contract/forecast.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPushBacks } from '#lib/contract/push-backs.ts'
import { reading } from '#lib/http/query.ts'

/** With the outcome of a milestone that is closed. */
export const overviewReads = (
  group: string,
  { slug: milestone, closed }: { slug: string; closed: boolean },
) => [
  reading(readMilestone, { group, milestone }),
  reading(readForecast, { group, milestone }),
  reading(listMilestones, { group }),
  reading(listPushBacks, { group, work: `milestone-${milestone}` }),
  reading(listHands, { group }),
  ...(closed ? [] : [reading(listActivities, { group })]),
  ...(closed ? [reading(listOutcomes, { group, milestone })] : []),
]
