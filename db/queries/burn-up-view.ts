import type { BurnUpView } from '#lib/contract/burn-up.ts'
import { CSV_MARK, csvLine } from '#lib/kit/csv.ts'
import type { Ctx } from '../context.ts'
import { burnUpIn } from './burn-up.ts'
import { stepsIn } from './commitments.ts'
import { readForecast } from './forecast.ts'
import { keptUntilChange } from './kept.ts'
import { boxOf } from './milestone-overview.ts'
import { milestonesOf } from './milestones.ts'

/** What the chart of a milestone shows. @throws refused for a shelf */
export async function readBurnUp(ctx: Ctx, { milestone }: { milestone: string }): Promise<BurnUpView> {
  const box = boxOf(await milestonesOf(ctx), milestone)
  const [steps, told] = await Promise.all([stepsIn(ctx, box), readForecast(ctx, { milestone })])
  return {
    milestone: told.milestone,
    today: told.today,
    burnUp: await burnUpIn(ctx, box, steps),
    forecast: told.forecast && { count: told.forecast.count, weight: told.forecast.weight },
  }
}

export const keptBurnUp = keptUntilChange(readBurnUp)

const COLUMNS = ['count', 'weight'].flatMap((measure) =>
  ['promise', 'scope', 'done', 'low', 'likely', 'high'].map(
    (what) => `${what} ${measure === 'count' ? 'issues' : measure}`,
  ),
)

/** A line a day: what was so at its end, and from today on what is likely then. */
export function burnUpCsv({ burnUp, forecast, today }: BurnUpView): string {
  const known = burnUp?.days ?? []
  const ahead = forecast?.count.days ?? []
  const days = [...new Set([...known, ...ahead].map(({ day }) => day))]
  const lines = days.map((day) => {
    const at = known.find((one) => one.day === day)
    const cells = (['count', 'weight'] as const).flatMap((measure) => {
      const likely = forecast?.[measure].days.find((one) => one.day === day)
      return [
        burnUp?.promise[measure],
        at?.scope[measure],
        at?.done[measure],
        likely?.low,
        likely?.likely,
        likely?.high,
      ]
    })
    return csvLine([day, day === today ? 'yes' : '', ...cells.map((cell) => String(cell ?? ''))])
  })
  return CSV_MARK + csvLine(['day', 'today', ...COLUMNS]) + lines.join('')
}
