import { FEWEST_PAST, tooLittle } from './past.ts'

/** Why there is no forecast. */
export const NO_FORECAST = ['not_started', 'over', 'nothing_assigned', 'too_little_history'] as const
export type NoForecast = { code: (typeof NO_FORECAST)[number]; because: string }

type Facts = { title: string; hasStarted: boolean; isOver: boolean; assigned: number; past: number }

/** Before a milestone starts its page says what is promised, after its last day what was kept: a forecast is for between. */
export function whyNoForecast({ title, hasStarted, isOver, assigned, past }: Facts): NoForecast | null {
  if (isOver) return { code: 'over', because: `${title} is over. Its Say/Do ratio says what was kept.` }
  if (!hasStarted) return { code: 'not_started', because: `${title} has not started.` }
  if (assigned === 0) return { code: 'nothing_assigned', because: `${title} has no Deliverables yet.` }
  if (past < FEWEST_PAST) return { code: 'too_little_history', because: `${tooLittle(past)}.` }
  return null
}
