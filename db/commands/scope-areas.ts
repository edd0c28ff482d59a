import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  changeScopeArea as changing,
  moveScopeArea as moving,
  removeScopeArea as removing,
} from '#lib/contract/teams.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { teamBySlug } from '../queries/facts.ts'

export const changeScopeArea = (ctx: Ctx, { team, area, name, description }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const owner = await teamBySlug(ctx, team)
    const known = await areaOf(ctx, owner.id, area)
    await ctx.db.query('update scope_areas set name = $3, description = $4 where group_id = $1 and id = $2', [
      ctx.group.id,
      area,
      name ?? known.name,
      description ?? known.description,
    ])
    const event = await record(ctx, {
      type: 'scope_area.changed',
      data: {
        team: owner,
        name: name ?? known.name,
        id: area,
        from: { name: known.name, description: known.description },
        to: { name: name ?? known.name, description: description ?? known.description },
      },
    })
    return { event }
  })

/** The places of a team's areas are numbered anew, under the group's lock: two who reorder at once both succeed. */
export const moveScopeArea = (ctx: Ctx, { team, area, before }: InputOf<typeof moving>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const owner = await teamBySlug(ctx, team)
    const { name } = await areaOf(ctx, owner.id, area)
    if (before !== null) await areaOf(ctx, owner.id, before)
    const { rows } = await ctx.db.query<{ id: number }>(
      'select id from scope_areas where group_id = $1 and team_id = $2 order by position, id',
      [ctx.group.id, Number(owner.id)],
    )
    const all = rows.map(({ id }) => id)
    const others = all.filter((id) => id !== area)
    const place = before === null || before === area ? others.length : others.indexOf(before)
    const order = others.toSpliced(place, 0, area)
    await ctx.db.query(
      `update scope_areas s set position = p.place from unnest($2::int[]) with ordinality as p (id, place)
        where s.group_id = $1 and s.id = p.id`,
      [ctx.group.id, order],
    )
    const data = { team: owner, name, id: area, before: all[all.indexOf(area) + 1] ?? null, order }
    return { event: await record(ctx, { type: 'scope_area.moved', data }) }
  })

export const removeScopeArea = (ctx: Ctx, { team, area }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const owner = await teamBySlug(ctx, team)
    const { name, ...kept } = await areaOf(ctx, owner.id, area)
    await ctx.db.query('delete from scope_areas where group_id = $1 and id = $2', [ctx.group.id, area])
    const data = { team: owner, name, id: area, ...kept }
    return { event: await record(ctx, { type: 'scope_area.removed', data }) }
  })

type Row = { name: string; description: string; position: number }

async function areaOf(ctx: Ctx, teamId: string, area: number): Promise<Row> {
  const { rows } = await ctx.db.query<Row>(
    'select name, description, position from scope_areas where group_id = $1 and team_id = $2 and id = $3',
    [ctx.group.id, Number(teamId), area],
  )
  if (!rows[0]) throw notFound('This area')
  return rows[0]
}
