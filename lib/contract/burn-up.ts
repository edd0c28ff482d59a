import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { fan } from './forecast.ts'
import { MILESTONE_READS } from './forecast-shapes.ts'
import { burnUp } from './milestone-overview.ts'
import { day, inGroup, slug } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }

export const readBurnUp = endpoint({
  id: 'milestones.burn_up',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/burn-up',
  summary: 'Scope and done of a milestone day by day against its promise, and what is likely from here on',
  input: z.strictObject(inMilestone),
  output: z.strictObject({
    milestone: milestoneFacts,
    today: day,
    /** Null before the first day. */
    burnUp: burnUp.nullable(),
    /** Null where there is no forecast. */
    forecast: z.strictObject({ count: fan, weight: fan }).nullable(),
  }),
  reads: MILESTONE_READS,
})
export type BurnUpView = z.output<typeof readBurnUp.output>

export const exportBurnUp = endpoint({
  id: 'milestones.burn_up_csv',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/burn-up.csv',
  summary: 'Scope, done and what is likely of a milestone as CSV (RFC 4180), one line a day',
  input: z.strictObject(inMilestone),
  output: z.string(),
  media: 'text/csv',
})
