import type { InputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/retrospectives.ts'
import type { Minutes } from '#lib/domain/retrospectives/facts.ts'
import type { Month } from '#lib/domain/retrospectives/months.ts'
import {
  whyNotClose,
  whyNotHide,
  whyNotOpen,
  whyNotReopen,
} from '#lib/domain/retrospectives/retrospectives.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { actionFact, actionsIn } from '../../queries/retrospective-actions.ts'
import { pointsToOpen } from '../../queries/retrospective-points.ts'
import { retrospectiveTable } from '../../queries/retrospective-table.ts'
import { retrospectiveNamed, retrospectiveRow, stage } from '../../queries/retrospectives.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'
import type { Changed } from './begin.ts'

/** Of two who do the same at once the second one learns that it is done. */
function insistUnlessDone(refusal: Refusal | null, done: string): void {
  if (refusal?.code === done) throw new Failure('conflict', refusal.because, { rule: refusal.code })
  insist(refusal)
}

/** From here on everyone in the group reads all points, and the ledger holds them. */
export const openRetrospective = (
  ctx: Ctx,
  { retrospective: month }: Omit<InputOf<typeof contract.openRetrospective>, 'group'>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.run')
    const row = await retrospectiveNamed(ctx, month)
    insistUnlessDone(whyNotOpen({ stage: stage(row), points: row.points }), 'opened')
    return { month, event: await openPoints(ctx, month) }
  })

async function openPoints(ctx: Ctx, month: Month): Promise<number> {
  const by = meOf(ctx)
  // what people withdrew before stays unread
  await ctx.db.query({
    name: 'forget-withdrawn-points',
    text: `delete from retrospective_points where group_id = $1 and month = $2 and withdrawn_at is not null`,
    values: [ctx.group.id, month],
  })
  await ctx.db.query({
    name: 'open-retrospective',
    text: 'update retrospectives set opened_at = $3, opened_by_id = $4 where group_id = $1 and month = $2',
    values: [ctx.group.id, month, ctx.now, by.id],
  })
  const points = (await pointsToOpen(ctx, month)).map(({ id, kind, text, to, author }) => ({
    point: id,
    kind,
    text,
    to,
    author: author.id,
  }))
  return record(ctx, { type: 'retrospective.opened', data: { id: month, by, points } })
}

/** What undoing that comes to: there is no answer yet, and the points are hidden again. */
export async function hidePoints(ctx: Ctx, month: Month): Promise<number> {
  authorise(ctx, 'retrospective.run')
  const row = await retrospectiveRow(ctx, month)
  const votes = (await pointsToOpen(ctx, month)).reduce((sum, point) => sum + point.votes, 0)
  insist(whyNotHide({ stage: stage(row), votes, actions: row.actions }))
  await ctx.db.query({
    name: 'hide-retrospective',
    text: 'update retrospectives set opened_at = null, opened_by_id = null where group_id = $1 and month = $2',
    values: [ctx.group.id, month],
  })
  return record(ctx, { type: 'retrospective.hidden', data: { id: month, by: meOf(ctx) } })
}

/** And undoing that. */
export async function openAgain(ctx: Ctx, month: Month): Promise<number> {
  authorise(ctx, 'retrospective.run')
  const row = await retrospectiveRow(ctx, month)
  insistUnlessDone(whyNotOpen({ stage: stage(row), points: row.points }), 'opened')
  return openPoints(ctx, month)
}

/** Keeps what the page shows: later facts change nothing of the minutes. */
export const closeRetrospective = (
  ctx: Ctx,
  { retrospective: month }: Omit<InputOf<typeof contract.closeRetrospective>, 'group'>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.run')
    const row = await retrospectiveNamed(ctx, month)
    insistUnlessDone(whyNotClose(stage(row)), 'closed')
    const [table, actions] = await Promise.all([retrospectiveTable(ctx, month), actionsIn(ctx, row)])
    return { month, event: await close(ctx, month, { ...table, actions: actions.map(actionFact) }) }
  })

async function close(ctx: Ctx, month: Month, minutes: Minutes): Promise<number> {
  const by = meOf(ctx)
  await setClosed(ctx, month, { minutes, by: by.id })
  return record(ctx, { type: 'retrospective.closed', data: { id: month, by, minutes } })
}

const setClosed = (ctx: Ctx, month: Month, closed: { minutes: Minutes; by: string } | null) =>
  ctx.db.query({
    name: 'close-retrospective',
    text: `update retrospectives set closed_at = $3, closed_by_id = $4, minutes = $5
      where group_id = $1 and month = $2`,
    values: [
      ctx.group.id,
      month,
      closed && ctx.now,
      closed?.by ?? null,
      closed && JSON.stringify(closed.minutes),
    ],
  })

/** What undoing that comes to. */
export async function reopenRetrospective(ctx: Ctx, month: Month, minutes: Minutes): Promise<number> {
  authorise(ctx, 'retrospective.run')
  insist(whyNotReopen(stage(await retrospectiveRow(ctx, month))))
  await setClosed(ctx, month, null)
  return record(ctx, { type: 'retrospective.reopened', data: { id: month, by: meOf(ctx), minutes } })
}

/** And undoing that: with the minutes that it had. */
export async function closeAgain(ctx: Ctx, month: Month, minutes: Minutes): Promise<number> {
  authorise(ctx, 'retrospective.run')
  insistUnlessDone(whyNotClose(stage(await retrospectiveRow(ctx, month))), 'closed')
  return close(ctx, month, minutes)
}
