import { type Fan, fanOf } from './fan.ts'
import { type Mover, moversOf, type OpenIssue } from './movers.ts'
import { FEWEST_PAST, MOST_PAST, type PastMilestone } from './past.ts'
import { type DayAhead, runTrials } from './trials.ts'

export type ForecastInput = {
  /** Milestones that are over, the latest first. */
  past: readonly PastMilestone[]
  /** The days that are left. */
  ahead: readonly DayAhead[]
  done: { count: number; weight: number }
  open: readonly OpenIssue[]
  seed: string
}

export type Forecast = { count: Fan; weight: Fan; movers: Mover[] }

/**
 * What is likely to be closed by the end of a milestone. Null with too little history, and where nothing is assigned:
 * there is nothing to say then. It is the same each time that it is asked from the same facts.
 */
export function forecastOf({ past, ahead, done, open, seed }: ForecastInput): Forecast | null {
  if (past.length < FEWEST_PAST || done.count + open.length === 0) return null
  const left = { count: open.length, weight: open.reduce((sum, { weight }) => sum + weight, 0) }
  const reached = runTrials({ past: past.slice(0, MOST_PAST), ahead, open: left, seed })
  return {
    count: fanOf(reached.count, { done: done.count, open: left.count }),
    weight: fanOf(reached.weight, { done: done.weight, open: left.weight }),
    movers: moversOf(open, reached.weight.at(-1)),
  }
}
