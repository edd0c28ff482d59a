import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { Point, readRetrospective as endpoint } from '#lib/contract/retrospectives.ts'
import { may } from '#lib/domain/permissions.ts'
import { issuesIn, type Minutes, withoutIssues } from '#lib/domain/retrospectives/facts.ts'
import type { Ctx } from '../context.ts'
import { milestonesOf } from './milestones.ts'
import { actionsIn, shownActions } from './retrospective-actions.ts'
import { retrospectiveTable } from './retrospective-table.ts'
import { headingOf, type RetrospectiveRow, retrospectiveNamed } from './retrospectives.ts'

/**
 * One month: its points, which only their writer reads before it is opened; its actions; and what happened, as of now, or
 * as it was when it was closed.
 */
export async function readRetrospective(
  ctx: Ctx,
  { retrospective: month }: { retrospective: string },
): Promise<OutputOf<typeof endpoint>> {
  const row = await retrospectiveNamed(ctx, month)
  const [points, actions, minutes, milestones] = await Promise.all([
    pointsIn(ctx, row),
    actionsIn(ctx, row),
    minutesOf(ctx, month),
    milestonesOf(ctx),
  ])
  const table = minutes ?? (await retrospectiveTable(ctx, month))
  const { actions: _, ...shown } = withoutIssues(
    { actions: [], ...table },
    await hiddenAmong(ctx, issuesIn(table)),
  )
  return {
    ...headingOf(row, milestones),
    points,
    hidden: row.openedAt === null ? row.points - points.length : 0,
    actions: shownActions(actions, minutes?.actions ?? null),
    table: shown,
  }
}

type Row = Omit<Point, 'to'> & { to: Point['to'] }

/** Those of the reader alone until it is opened; then the ones with most votes first. */
async function pointsIn(ctx: Ctx, { month }: RetrospectiveRow): Promise<Point[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'retrospective-points',
    text: `select p.id, p.kind, p.text,
        case when t.id is not null then jsonb_build_object('handle', t.handle, 'name', t.name) end as to,
        jsonb_build_object('handle', a.handle, 'name', a.name) as by,
        (select count(*)::int from retrospective_votes v where v.group_id = p.group_id and v.point_id = p.id) as votes,
        exists (select from retrospective_votes v
          where v.group_id = p.group_id and v.point_id = p.id and v.person_id = $3) as voted,
        p.author_id is not distinct from $3 as mine
      from retrospective_points p
      join retrospectives r on r.group_id = p.group_id and r.month = p.month
      join people a on a.id = p.author_id
      left join people t on t.id = p.to_id
      where p.group_id = $1 and p.month = $2 and p.withdrawn_at is null
        and (r.opened_at is not null or p.author_id = $3)
      order by votes desc, array_position(array['not_well', 'try', 'well', 'thanks'], p.kind), p.id`,
    values: [ctx.group.id, month, ctx.actor.id],
  })
  return rows
}

async function minutesOf(ctx: Ctx, month: string): Promise<Minutes | null> {
  const { rows } = await ctx.db.query<{ minutes: Minutes | null }>({
    name: 'retrospective-minutes',
    text: 'select minutes from retrospectives where group_id = $1 and month = $2',
    values: [ctx.group.id, month],
  })
  return rows[0]?.minutes ?? null
}

/** Those of some issues that the reader may not see now. */
async function hiddenAmong(ctx: Ctx, issues: readonly number[]): Promise<ReadonlySet<number>> {
  if (may(ctx.actor, 'see.confidential') || issues.length === 0) return new Set()
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'confidential-among',
    text: 'select number from issues where group_id = $1 and confidential and number = any($2::int[])',
    values: [ctx.group.id, issues],
  })
  return new Set(rows.map(({ number }) => number))
}
