import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/syncs.ts'
import type { PointData } from '#lib/domain/events/syncs.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { inTransaction } from '../../transaction.ts'

/** Anyone of the group adds a point to the agenda. */
export const addPoint = (
  ctx: Ctx,
  { text, sample = false }: { text: string; sample?: boolean },
): Promise<OutputOf<typeof contract.addPoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sync.record')
    const id = await insertPoint(ctx, text.trim(), { sample })
    const event = await record(ctx, { type: 'agenda.point_added', data: { id, text: text.trim() } })
    return { item: `point-${id}`, event }
  })

type Kept = { id?: number; sample?: boolean }

/** @param id of a point that comes back as what it was */
async function insertPoint(ctx: Ctx, text: string, { id, sample = false }: Kept): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-point',
    text: `insert into sync_points (group_id, id, text, by_id, at, sample)
      values ($1, coalesce($2, nextval(pg_get_serial_sequence('sync_points', 'id'))::int), $3, $4, $5, $6) returning id`,
    values: [ctx.group.id, id ?? null, text, ctx.actor.id, ctx.now, sample],
  })
  return rows[0]?.id ?? 0
}

/** What is no longer to be talked about; of what was, the minutes tell. */
export const removePoint = (
  ctx: Ctx,
  { syncPoint: id }: Pick<InputOf<typeof contract.removePoint>, 'syncPoint'>,
): Promise<OutputOf<typeof contract.removePoint>> =>
  inTransaction(ctx, async (ctx) => {
    return { event: await deletePoint(ctx, id) }
  })

/** What undoing the addition comes to. */
export async function deletePoint(ctx: Ctx, id: number): Promise<number> {
  authorise(ctx, 'sync.record')
  const { rows } = await ctx.db.query<PointData>({
    name: 'remove-point',
    text: 'delete from sync_points where group_id = $1 and id = $2 returning id, text',
    values: [ctx.group.id, id],
  })
  const [data] = rows
  if (!data) throw notFound('That point')
  return record(ctx, { type: 'agenda.point_removed', data })
}

/** And undoing that: as it was, from now on. */
export async function restorePoint(ctx: Ctx, { id, text }: PointData): Promise<number> {
  authorise(ctx, 'sync.record')
  await insertPoint(ctx, text, { id })
  return record(ctx, { type: 'agenda.point_added', data: { id, text } })
}
