import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/retrospectives.ts'
import type { EventData } from '#lib/domain/events.ts'
import type { Month } from '#lib/domain/retrospectives/months.ts'
import { whyNotBegin } from '#lib/domain/retrospectives/retrospectives.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { todayOf } from '../../queries/milestones.ts'
import { type RetrospectiveRow, retrospectiveRow, stage } from '../../queries/retrospectives.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'

export type Changed = OutputOf<typeof contract.beginRetrospective>

type Beginning = InputOf<typeof contract.beginRetrospective> & { sample?: boolean }

/** The EM or the PM asks everyone for points. Of two who begin at once the first one does. */
export const beginRetrospective = (ctx: Ctx, { month, sample = false }: Beginning): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.run')
    const row = await retrospectiveRow(ctx, month)
    const refusal = whyNotBegin(month, { stage: stage(row), today: todayOf(ctx) })
    if (refusal?.code === 'begun') throw new Failure('conflict', refusal.because, { rule: refusal.code })
    insist(refusal)
    return { month, event: await beginMonth(ctx, month, { by: meOf(ctx), sample }) }
  })

type Begun = { by: EventData<'retrospective.begun'>['by']; sample?: boolean }

async function beginMonth(ctx: Ctx, month: Month, { by, sample = false }: Begun): Promise<number> {
  await ctx.db.query({
    name: 'begin-retrospective',
    text: `insert into retrospectives (group_id, month, begun_by_id, begun_at, sample) values ($1, $2, $3, $4, $5)`,
    values: [ctx.group.id, month, by.id, ctx.now, sample],
  })
  return record(ctx, { type: 'retrospective.begun', data: { id: month, by } })
}

/** What is written first begins the month that runs, or the one before it: an act of its own, which stays when the point goes. */
export async function begunBy(ctx: Ctx, row: RetrospectiveRow): Promise<RetrospectiveRow> {
  if (row.begunAt !== null) return row
  await beginMonth({ ...ctx, act: { first: 0, recorded: 0 } }, row.month, { by: meOf(ctx) })
  return retrospectiveRow(ctx, row.month)
}

/** What undoing the start comes to, while it holds nothing. */
export async function removeRetrospective(ctx: Ctx, data: EventData<'retrospective.begun'>): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const { actions, begunAt } = await retrospectiveRow(ctx, data.id)
  if (begunAt === null) throw new Failure('conflict', 'It was removed already.', { rule: 'removed' })
  insist(
    actions > 0 || (await isWrittenIn(ctx, data.id))
      ? { code: 'in_use', because: 'People have written in this retrospective. It stays.' }
      : null,
  )
  await ctx.db.query({
    name: 'remove-retrospective',
    text: 'delete from retrospectives where group_id = $1 and month = $2',
    values: [ctx.group.id, data.id],
  })
  return record(ctx, { type: 'retrospective.removed', data: { id: data.id, by: data.by } })
}

/** Withdrawn points count: they may come back. */
async function isWrittenIn(ctx: Ctx, month: Month): Promise<boolean> {
  const { rows } = await ctx.db.query<{ written: boolean }>({
    name: 'retrospective-is-written-in',
    text: `select exists (select from retrospective_points where group_id = $1 and month = $2) as written`,
    values: [ctx.group.id, month],
  })
  return rows[0]?.written ?? false
}

/** And undoing that. */
export async function beginAgain(ctx: Ctx, { id, by }: EventData<'retrospective.removed'>): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const row = await retrospectiveRow(ctx, id)
  if (row.begunAt !== null) throw new Failure('conflict', 'It has begun again since then.', { rule: 'begun' })
  return beginMonth(ctx, id, { by })
}
