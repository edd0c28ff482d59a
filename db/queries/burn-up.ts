import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'
import { type BurnUp, burnUpOf } from '#lib/domain/burn-up.ts'
import type { Step } from '#lib/domain/closing/steps.ts'
import { may } from '#lib/domain/permissions.ts'
import { eachDay, type PlainDate } from '#lib/kit/plain-date.ts'
import { dayIn, endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import type { Timebox } from './capacity-terms.ts'
import { todayOf } from './milestones.ts'

type Box = Timebox & { closedAt: string | null }
type Issue = { ref: number; title: string; shown: boolean }

/**
 * Scope and done of a milestone day by day, until today, its last day or its closing; null before it begins.
 */
export async function burnUpIn(ctx: Ctx, box: Box, steps: readonly Step[]): Promise<OverviewBurnUp | null> {
  const bounds = boundsOf(ctx, box)
  if (!bounds) return null
  const issues = await issuesOf(ctx, [...new Set(steps.map(({ issue }) => issue))])
  const known = steps.filter(({ issue }) => issues.has(issue))
  const { promise, days } = burnUpOf(known, box.id, bounds)
  return { promise, days: days.map((one) => shownDay(one, issues)) }
}

function boundsOf(ctx: Ctx, { startOn, dueOn, closedAt }: Box) {
  const { zone } = ctx.group
  const closed = closedAt === null ? null : { at: new Date(closedAt), on: dayIn(zone, closedAt) }
  const last = [dueOn, todayOf(ctx), closed?.on ?? dueOn].toSorted()[0] ?? dueOn
  if (last < startOn) return null
  const before = (day: PlainDate) => {
    const end = endOfDay(zone, day)
    // what happened in the moment of the closing, before it, counts
    return closed && closed.at < end ? new Date(closed.at.getTime() + 1) : end
  }
  return {
    from: startOfDay(zone, startOn),
    days: eachDay(startOn, last).map((day) => ({ day, before: before(day) })),
  }
}

/** Titles as they are now; what was removed since, and what is of another kind, was never work of the board. */
async function issuesOf(ctx: Ctx, numbers: readonly number[]): Promise<Map<number, Issue>> {
  const { rows } = await ctx.db.query<Issue>({
    name: 'burn-up-issues',
    text: `select i.number as ref, i.title, ($3 or not i.confidential) as shown from issues i
      where i.group_id = $1 and i.number = any($2::int[]) and i.kind = 'issue'`,
    values: [ctx.group.id, numbers, may(ctx.actor, 'see.confidential')],
  })
  return new Map(rows.map((row) => [row.ref, row]))
}

/** Sums are the group's, lists are the reader's. */
function shownDay({ changes, ...sums }: BurnUp['days'][number], issues: ReadonlyMap<number, Issue>) {
  const shown = changes.flatMap(({ issue, ...change }) => {
    const known = issues.get(issue)
    return known?.shown ? { ref: issue, title: known.title, ...change } : []
  })
  const hidden = changes.filter(({ issue }) => !issues.get(issue)?.shown)
  return { ...sums, changes: shown, notShown: new Set(hidden.map(({ issue }) => issue)).size }
}
