import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeBoundary as changing, removeBoundary as removing } from '#lib/contract/teams.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { teamBySlug } from '../queries/facts.ts'

export const changeBoundary = (ctx: Ctx, { boundary, team, ...said }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const known = await boundaryOf(ctx, boundary)
    const facing = team === undefined ? known.teamId : team && Number((await teamBySlug(ctx, team)).id)
    const { area = known.area, owner = known.owner } = said
    await ctx.db.query(
      `update boundaries set area = $3, owner = $4, relationship = $5, sentence = $6, team_id = $7
        where group_id = $1 and id = $2`,
      [
        ctx.group.id,
        boundary,
        area,
        owner,
        said.relationship ?? known.relationship,
        said.sentence ?? known.sentence,
        facing,
      ],
    )
    return { event: await record(ctx, { type: 'boundary.changed', data: { area, owner } }) }
  })

export const removeBoundary = (ctx: Ctx, { boundary }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const { area, owner } = await boundaryOf(ctx, boundary)
    await ctx.db.query('delete from boundaries where group_id = $1 and id = $2', [ctx.group.id, boundary])
    return { event: await record(ctx, { type: 'boundary.removed', data: { area, owner } }) }
  })

type Row = { area: string; owner: string; relationship: string; sentence: string; teamId: number | null }

async function boundaryOf(ctx: Ctx, id: number): Promise<Row> {
  const { rows } = await ctx.db.query<Row>(
    `select area, owner, relationship, sentence, team_id as "teamId" from boundaries where group_id = $1 and id = $2`,
    [ctx.group.id, id],
  )
  if (!rows[0]) throw notFound('This boundary')
  return rows[0]
}
