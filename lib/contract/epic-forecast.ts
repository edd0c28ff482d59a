import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { MILESTONE_READS, past } from './forecast-shapes.ts'
import { day, inGroup, issueRef } from './shapes.ts'

export const readEpicForecast = endpoint({
  id: 'epics.forecast',
  method: 'GET',
  path: '/groups/{group}/epics/{epic}/forecast',
  summary:
    'When the open issues of an epic are likely closed, at the pace at which its issues were closed so far',
  input: z.strictObject({ ...inGroup, epic: issueRef }),
  output: z.strictObject({
    open: z.number(),
    today: day,
    /** Null where there is no forecast; `because` says why. */
    forecast: z
      .strictObject({
        /** The days by which all are closed in half of the runs and in 85 % of them; null for none within half a year. */
        likely: day.nullable(),
        sure: day.nullable(),
        /** That they are closed within half a year, 0–1. */
        chance: z.number(),
      })
      .nullable(),
    because: z.string().nullable(),
    trials: z.number(),
    past: z.array(past),
  }),
  reads: ['epics', ...MILESTONE_READS],
})
export type EpicForecastView = z.output<typeof readEpicForecast.output>
