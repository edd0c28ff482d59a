import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/retrospectives.ts'
import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { EventData } from '#lib/domain/events.ts'
import type { SaidPoint } from '#lib/domain/events/retrospectives.ts'
import {
  type PointKind,
  whyNotReword,
  whyNotWithdraw,
  whyNotWrite,
} from '#lib/domain/retrospectives/retrospectives.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { type PointRow, pointRow, writtenBy } from '../../queries/retrospective-points.ts'
import {
  type RetrospectiveRow,
  retrospectiveNamed,
  retrospectiveRow,
  stage,
} from '../../queries/retrospectives.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'
import { begunBy } from './begin.ts'

type Changed = OutputOf<typeof contract.addPoint>
type Given = { kind: PointKind; text: string; to?: string | undefined }

/** Anyone of the group writes a point. Its event says that they did; what it says stays hidden until all points are opened. */
export const addPoint = (
  ctx: Ctx,
  { retrospective: month, ...given }: InputOf<typeof contract.addPoint>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.write')
    const row = await retrospectiveNamed(ctx, month)
    const said = await saidOf(ctx, row, given, await writtenBy(ctx, month, meOf(ctx).id))
    const begun = await begunBy(ctx, row)
    const point = await insertPoint(ctx, month, said)
    return { month, point, event: await recordAdded(ctx, begun, point, said) }
  })

async function saidOf(ctx: Ctx, row: RetrospectiveRow, given: Given, written: number): Promise<SaidPoint> {
  const { kind, text } = given
  const person = given.to === undefined ? null : await memberByHandle(ctx, given.to)
  const to = person === null ? 'none' : person.id === ctx.actor.id ? 'me' : 'another'
  insist(whyNotWrite({ stage: stage(row), text, kind, to, written }))
  return { kind, text: text.trim(), to: person && { id: person.id, name: person.name } }
}

async function insertPoint(ctx: Ctx, month: string, { kind, text, to }: SaidPoint): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-retrospective-point',
    text: `insert into retrospective_points (group_id, month, kind, text, to_id, author_id, written_at)
      values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    values: [ctx.group.id, month, kind, text, to?.id ?? null, ctx.actor.id, ctx.now],
  })
  return rows[0]?.id ?? 0
}

/** While points are hidden, no event holds a word of them. */
const told = (row: RetrospectiveRow, said: SaidPoint): SaidPoint | null =>
  row.openedAt === null ? null : said

const recordAdded = (ctx: Ctx, row: RetrospectiveRow, point: number, said: SaidPoint) =>
  record(ctx, {
    type: 'retrospective.point_added',
    data: { id: row.month, point, said: told(row, said) },
  })

/**
 * Of a point that the actor may not read it is not even told that it is there.
 *
 * @throws not_found
 */
async function pointSeen(ctx: Ctx, row: RetrospectiveRow, id: number): Promise<PointRow> {
  const point = await pointRow(ctx, row.month, id)
  if (!point || point.withdrawn || (row.openedAt === null && point.author.id !== ctx.actor.id))
    throw notFound('The point')
  return point
}

const saidIn = ({ kind, text, to }: PointRow): SaidPoint => ({ kind, text, to: to && named(to) })
const named = ({ id, name }: PersonRef): PersonRef => ({ id, name })

/** A point that is still hidden gives way to another one, which stands in its place; the old text can come back. */
export const rewordPoint = (
  ctx: Ctx,
  { retrospective: month, point: id, ...given }: InputOf<typeof contract.rewordPoint>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.write')
    const row = await retrospectiveNamed(ctx, month)
    const point = await pointSeen(ctx, row, id)
    insist(whyNotReword({ stage: stage(row), mine: point.author.id === ctx.actor.id }))
    const to = await insertPoint(ctx, month, await saidOf(ctx, row, given, 0))
    return { month, point: to, event: await exchange(ctx, month, { from: id, to }) }
  })

async function exchange(
  ctx: Ctx,
  month: string,
  { from, to }: { from: number; to: number },
): Promise<number> {
  await setWithdrawn(ctx, from, true)
  await setWithdrawn(ctx, to, false)
  return record(ctx, { type: 'retrospective.point_reworded', data: { id: month, from, to } })
}

/** What undoing a new wording comes to: the old one stands again. */
export async function wordAsBefore(
  ctx: Ctx,
  { id, from, to }: EventData<'retrospective.point_reworded'>,
): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const row = await retrospectiveNamed(ctx, id)
  insist(whyNotReword({ stage: stage(row), mine: true }))
  await pointSeen(ctx, row, to)
  return exchange(ctx, id, { from: to, to: from })
}

const setWithdrawn = (ctx: Ctx, id: number, withdrawn: boolean) =>
  ctx.db.query({
    name: 'withdraw-retrospective-point',
    text: 'update retrospective_points set withdrawn_at = $3 where group_id = $1 and id = $2',
    values: [ctx.group.id, id, withdrawn ? ctx.now : null],
  })

export const withdrawPoint = (
  ctx: Ctx,
  { retrospective: month, point: id }: InputOf<typeof contract.withdrawPoint>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.write')
    const row = await retrospectiveNamed(ctx, month)
    return { month, point: id, event: await withdraw(ctx, row, id) }
  })

/** Also what undoing the point comes to. */
export async function withdraw(ctx: Ctx, row: RetrospectiveRow, id: number): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const point = await pointSeen(ctx, row, id)
  const mine = point.author.id === ctx.actor.id
  insist(whyNotWithdraw({ stage: stage(row), mine, votes: point.votes }))
  await setWithdrawn(ctx, id, true)
  return record(ctx, {
    type: 'retrospective.point_withdrawn',
    data: { id: row.month, point: id, said: told(row, saidIn(point)) },
  })
}

/** And undoing that: the point stands again, unless the texts of withdrawn points are gone. */
export async function restorePoint(
  ctx: Ctx,
  { id: month, point: id }: EventData<'retrospective.point_withdrawn'>,
): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const row = await retrospectiveRow(ctx, month)
  const point = await pointRow(ctx, month, id)
  if (!point)
    throw new Failure('conflict', 'The points were opened since then. Add it again.', { rule: 'gone' })
  if (row.closedAt !== null) insist({ code: 'closed', because: 'This retrospective is closed.' })
  await setWithdrawn(ctx, id, false)
  return recordAdded(ctx, row, id, saidIn(point))
}
