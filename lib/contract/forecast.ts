import { z } from 'zod'
import { NO_FORECAST } from '#lib/domain/forecast/none.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { MILESTONE_READS, past } from './forecast-shapes.ts'
import { day, inGroup, slug } from './shapes.ts'

/** Between low and high lie 85 % of the runs, on either side of likely. */
const range = { likely: z.number(), low: z.number(), high: z.number() }

export const fan = z.strictObject({
  ...range,
  done: z.number(),
  /** Closed and open together. */
  of: z.number(),
  /** That all is closed by the last day, 0–1. */
  chance: z.number(),
  /** At least so many are closed in 85 % of the runs. */
  sure: z.number(),
  /** By the end of each day that is left. */
  days: z.array(z.strictObject({ day, ...range })),
})
export type Fan = z.output<typeof fan>

/** Why there is none. */
const none = z.strictObject({ code: z.enum(NO_FORECAST), because: z.string() }).nullable()

const forecast = z.strictObject({
  milestone: milestoneFacts,
  today: day,
  none,
  forecast: z
    .strictObject({
      count: fan,
      weight: fan,
      /** The issues that move it most, of those that the reader may see. `chance`: by weight, with the issue left out. */
      movers: z.array(
        z.strictObject({
          ref: z.number(),
          title: z.string(),
          weight: z.number(),
          state: z.enum([...STATES, 'none', 'done']),
          chance: z.number(),
        }),
      ),
      /** Of the issues that move it most, those that the reader may not see. */
      notShown: z.number(),
    })
    .nullable(),
  trials: z.number(),
  /** What the forecast is drawn from, the latest first. */
  past: z.array(past),
  /** Working days that are left, and the days of work that people have on them; of today half. */
  ahead: z.strictObject({ workingDays: z.number(), people: z.number() }),
  /** What it would have said at the middle of milestones that are over, from what was known then, beside what came. */
  backTests: z.array(
    z.strictObject({
      title: z.string(),
      day,
      of: z.number(),
      done: z.number(),
      ...range,
      came: z.number(),
      held: z.boolean(),
    }),
  ),
})
export type ForecastView = z.output<typeof forecast>

export const readForecast = endpoint({
  id: 'milestones.forecast',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/forecast',
  summary:
    'What is likely to be closed by the end of a milestone, from the throughput of those before, and how good such forecasts were',
  input: z.strictObject({ ...inGroup, milestone: slug }),
  output: forecast,
  reads: MILESTONE_READS,
})
