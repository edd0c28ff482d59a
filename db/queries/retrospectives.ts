import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listRetrospectives as list } from '#lib/contract/retrospectives.ts'
import { may } from '#lib/domain/permissions.ts'
import { daysOfMonth, endedIn, type Month, previousMonth } from '#lib/domain/retrospectives/months.ts'
import { isAtHand, type Stage, stageOf } from '#lib/domain/retrospectives/retrospectives.ts'
import { notFound } from '#lib/kit/failure.ts'
import { monthOf } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { milestonesOf, type MilestoneRow, todayOf } from './milestones.ts'

const PAGE = 24

type Person = { id: string; handle: string; name: string }

/** A retrospective as commands and pages look at it; of one that has not begun everything is null. */
export type RetrospectiveRow = {
  month: Month
  begunBy: Person | null
  begunAt: Date | null
  openedBy: Person | null
  openedAt: Date | null
  closedBy: Person | null
  closedAt: Date | null
  /** How many points stand in it, hidden or not. */
  points: number
  actions: number
  openActions: number
}

const person = (id: string) =>
  `(select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = ${id})`
const COLUMNS = `select r.month, ${person('r.begun_by_id')} as "begunBy", r.begun_at as "begunAt",
    ${person('r.opened_by_id')} as "openedBy", r.opened_at as "openedAt",
    ${person('r.closed_by_id')} as "closedBy", r.closed_at as "closedAt",
    (select count(*)::int from retrospective_points x
      where x.group_id = r.group_id and x.month = r.month and x.withdrawn_at is null) as points,
    (select count(*)::int from retrospective_actions a where a.group_id = r.group_id and a.month = r.month) as actions,
    (select count(*)::int from retrospective_actions a
      where a.group_id = r.group_id and a.month = r.month and a.state = 'open') as "openActions"
  from retrospectives r where r.group_id = $1`

const notBegun = (month: Month): RetrospectiveRow => ({
  month,
  begunBy: null,
  begunAt: null,
  openedBy: null,
  openedAt: null,
  closedBy: null,
  closedAt: null,
  points: 0,
  actions: 0,
  openActions: 0,
})

export const stage = ({ begunAt, openedAt, closedAt }: RetrospectiveRow): Stage =>
  stageOf({ begun: begunAt !== null, opened: openedAt !== null, closed: closedAt !== null })

/** As it stands, the same for each reader; one that has not begun where the month has none. */
export async function retrospectiveRow(ctx: Ctx, month: Month): Promise<RetrospectiveRow> {
  const { rows } = await ctx.db.query<RetrospectiveRow>({
    name: 'retrospective',
    text: `${COLUMNS} and r.month = $2`,
    values: [ctx.group.id, month],
  })
  return rows[0] ?? notBegun(month)
}

/**
 * The one that an address names. Before it is closed it is there for those who work in the group.
 *
 * @throws not_found for a month that has none, and is neither this one nor the one before
 */
export async function retrospectiveNamed(ctx: Ctx, month: Month): Promise<RetrospectiveRow> {
  const row = await retrospectiveRow(ctx, month)
  const isThere = row.begunAt !== null || isAtHand(month, todayOf(ctx))
  if (!isThere || (row.closedAt === null && !may(ctx.actor, 'see.retrospectives')))
    throw notFound('The retrospective')
  return row
}

/** Months with what covers them; those at hand stand in the list before they begin. */
export async function listRetrospectives(
  ctx: Ctx,
  { before }: InputOf<typeof list>,
): Promise<OutputOf<typeof list>> {
  const sees = may(ctx.actor, 'see.retrospectives')
  const [{ rows }, milestones] = await Promise.all([
    ctx.db.query<RetrospectiveRow>({
      name: 'retrospectives',
      text: `${COLUMNS} and ($2 or r.closed_at is not null) and ($3::text is null or r.month < $3)
        order by r.month desc limit ${PAGE + 1}`,
      values: [ctx.group.id, sees, before ?? null],
    }),
    milestonesOf(ctx),
  ])
  const page = rows.slice(0, PAGE)
  const now = monthOf(todayOf(ctx))
  const atHand = [now, previousMonth(now)].filter(
    (month) => sees && (before === undefined || month < before) && !page.some((one) => one.month === month),
  )
  const all = [...page, ...atHand.map(notBegun)].toSorted((a, b) => (a.month < b.month ? 1 : -1))
  const last = page.at(-1)
  return {
    items: all.map((row) => ({
      ...headingOf(row, milestones),
      points: row.points,
      actions: row.actions,
      openActions: row.openActions,
    })),
    next: rows.length > PAGE && last ? last.month : null,
  }
}

const actOf = (by: Person | null, at: Date | null) =>
  by && at ? { by: { handle: by.handle, name: by.name }, at: at.toISOString() } : null

export const headingOf = (row: RetrospectiveRow, milestones: readonly MilestoneRow[]) => ({
  month: row.month,
  ...daysOfMonth(row.month),
  stage: stage(row),
  covers: endedIn(row.month, milestones).map(({ title }) => title),
  begun: actOf(row.begunBy, row.begunAt),
  opened: actOf(row.openedBy, row.openedAt),
  closed: actOf(row.closedBy, row.closedAt),
})
