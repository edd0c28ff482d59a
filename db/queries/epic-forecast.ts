import type { EpicForecastView } from '#lib/contract/epic-forecast.ts'
import { pastOf } from '#lib/domain/forecast/back-test.ts'
import { EPIC_DAYS, epicForecastOf, whyNoEpicForecast } from '#lib/domain/forecast/epic.ts'
import { MOST_PAST } from '#lib/domain/forecast/past.ts'
import { TRIALS } from '#lib/domain/forecast/trials.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { pastFacts } from './forecast.ts'
import { pastFor } from './forecast-past.ts'
import { keptUntilChange } from './kept.ts'
import { todayOf } from './milestones.ts'

type Row = { createdAt: Date; open: number; refs: number[] }

/**
 * When the open issues of an epic are likely closed. It is drawn from milestones that ended after the epic was created: in
 * those before it nothing of it could be closed.
 */
export async function readEpicForecast(ctx: Ctx, { epic }: { epic: number }): Promise<EpicForecastView> {
  const { createdAt, open, refs } = await epicOf(ctx, epic)
  const today = todayOf(ctx)
  // people have not planned their time off for half a year: a working day of the group counts as one here
  const box = { id: '', startOn: today, dueOn: addDays(today, EPIC_DAYS - 1) }
  const { past: over, days: ahead } = await pastFor(ctx, { box, by: 'calendar' })
  const createdOn = dayIn(ctx.group.zone, createdAt)
  const own = new Set(refs)
  const lived = over.filter(({ days }) => (days.at(-1)?.day ?? '') >= createdOn)
  const past = pastOf(
    lived.map((one) => ({ ...one, issues: one.issues.filter(({ ref }) => own.has(ref)) })),
  ).slice(0, MOST_PAST)
  const closed = past.some(({ days }) => days.some(({ count }) => count > 0))
  const because = whyNoEpicForecast({ open, past: past.length, hasPace: closed })
  return {
    open,
    today,
    forecast:
      because === null ? epicForecastOf({ past, ahead, open, seed: `${ctx.group.id} &${epic}` }) : null,
    because,
    trials: TRIALS,
    past: past.map(pastFacts),
  }
}

export const keptEpicForecast = keptUntilChange(readEpicForecast)

/** What it holds now, the group's: also what the reader may not see. */
async function epicOf(ctx: Ctx, epic: number): Promise<Row> {
  const { rows } = await ctx.db.query<Row>({
    name: 'epic-to-forecast',
    text: `select e.created_at as "createdAt", count(*) filter (where i.state = 'open')::int as open,
        coalesce(array_agg(i.number) filter (where i.close_reason = 'done'), '{}') as refs
      from epics e left join issues i on i.group_id = e.group_id and i.epic_number = e.number and i.kind = 'issue'
      where e.group_id = $1 and e.number = $2 group by e.group_id, e.number`,
    values: [ctx.group.id, epic],
  })
  const [row] = rows
  if (!row) throw notFound(`Epic &${epic}`)
  return row
}
