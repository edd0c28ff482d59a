import type { InputOf } from '#lib/contract/endpoint.ts'
import type { readInsights as endpoint } from '#lib/contract/insights.ts'
import { type DayCount, dayCount } from '#lib/domain/insights/day-count.ts'
import { USUAL_LAST, type Window, windowOf } from '#lib/domain/insights/window.ts'
import type { Worked } from '#lib/domain/insights/work.ts'
import { WORK_TYPES, type WorkType } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { eachDay, type PlainDate } from '#lib/kit/plain-date.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { teamBySlug } from './facts.ts'
import { histories } from './insights-histories.ts'
import { milestonesOf, todayOf } from './milestones.ts'
import { type Box } from './say-do-ledger.ts'
import { boxesAmong, rowsIn } from './say-do-series.ts'
import type { SayDoRow } from './say-do-frozen.ts'

export type InsightsInput = Omit<InputOf<typeof endpoint>, 'group'>

/** What all charts are made of, and the lists behind them. Issues are those that the reader may see, narrowed as asked. */
export type InsightFacts = {
  window: Window<Box>
  earlierFrom: PlainDate
  /** The same in milliseconds. */
  since: number
  earlierSince: number
  /** Each day with the last instant of it, in milliseconds; of today, now. */
  days: { day: PlainDate; at: number }[]
  issues: Worked[]
  count: DayCount
  /** Before they were narrowed. */
  types: WorkType[]
}

/** @throws not_found for a functional team that there is not */
export async function insightFacts(ctx: Ctx, { last, team, type }: InsightsInput): Promise<InsightFacts> {
  const { zone } = ctx.group
  const today = todayOf(ctx)
  const [milestones] = await Promise.all([
    milestonesOf(ctx),
    team === undefined ? null : teamBySlug(ctx, team),
  ])
  const boxes = boxesAmong(milestones)
  const [window, earlier] = [windowOf(boxes, today, last), windowOf(boxes, today, USUAL_LAST)]
  const [from, earlierFrom] = [startOfDay(zone, window.from), startOfDay(zone, earlier.from)]
  const all = await histories(ctx, from < earlierFrom ? from : earlierFrom)
  const first = all.reduce((least, { stays }) => Math.min(least, stays[0]?.from ?? least), from.getTime())
  const held = new Set(all.map((one) => one.type))
  return {
    window,
    earlierFrom: earlier.from,
    since: from.getTime(),
    earlierSince: earlierFrom.getTime(),
    days: eachDay(window.from, today).map((day) => ({
      day,
      at: day === today ? ctx.now.getTime() : endOfDay(zone, day).getTime() - 1,
    })),
    issues: all.filter(
      (one) => (team === undefined || one.team === team) && (type === undefined || one.type === type),
    ),
    count: dayCount(zone, new Date(first), ctx.now),
    types: WORK_TYPES.filter((one) => held.has(one)),
  }
}

/** What was assigned in each milestone, as far as the reader may see it, of the team that is asked for. */
export async function mixRows(
  ctx: Ctx,
  { window }: Pick<InsightFacts, 'window'>,
  team: string | undefined,
): Promise<{ box: Box; rows: SayDoRow[] }[]> {
  const rows = await rowsIn(ctx, window.milestones)
  return window.milestones.map((box) => ({
    box,
    rows: (rows.get(box.id) ?? []).filter(
      (row) => row.shown && (team === undefined || row.team?.slug === team),
    ),
  }))
}

export const seesConfidential = (ctx: Ctx): boolean => may(ctx.actor, 'see.confidential')
