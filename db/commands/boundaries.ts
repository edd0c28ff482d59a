import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeBoundary as changing, removeBoundary as removing } from '#lib/contract/teams.ts'
import type { Line } from '#lib/domain/events/teams.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { teamBySlug } from '../queries/facts.ts'
import { idOr } from './ids.ts'
import type { Place } from './teams.ts'

export type NewBoundary = {
  area: string
  owner: string
  /** Slug of the owner, where it is a group of this installation. */
  ownerGroup?: string | null | undefined
  relationship: string
  sentence?: string
  team: string | null
} & Place

/** Handbook › What falls outside our scope: "To make boundaries clear for teams inside and outside the org". */
export const drawBoundary = (
  ctx: Ctx,
  { area, owner, ownerGroup = null, relationship, sentence = '', team, ...place }: NewBoundary,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const facing = team === null ? null : await teamBySlug(ctx, team)
    const group = await ownerOf(ctx, ownerGroup)
    const { rows } = await ctx.db.query<{ id: number; position: number }>(
      `insert into boundaries (group_id, area, owner, relationship, sentence, team_id, owner_group_id, created_at,
          position, id)
        select $1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, max(position) + 1, 1), ${idOr('boundaries', '$10')}
          from boundaries where group_id = $1 returning id, position`,
      [
        ctx.group.id,
        area,
        owner,
        relationship,
        sentence,
        facing && Number(facing.id),
        group,
        ctx.now,
        place.position ?? null,
        place.id ?? null,
      ],
    )
    const [made] = rows
    if (!made) throw new Error('The database kept no boundary.')
    const ends = { teamId: facing && Number(facing.id), ownerGroupId: group }
    const line = { area, owner, relationship, sentence, ...ends }
    const data = { area, owner, ...made, line }
    return { event: await record(ctx, { type: 'boundary.drawn', data }) }
  })

export const changeBoundary = (
  ctx: Ctx,
  { boundary, team, ownerGroup, ...fields }: InputOf<typeof changing>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const known = await boundaryOf(ctx, boundary)
    const facing =
      team === undefined ? known.teamId : team === null ? null : Number((await teamBySlug(ctx, team)).id)
    const group = ownerGroup === undefined ? known.ownerGroupId : await ownerOf(ctx, ownerGroup)
    const { area = known.area, owner = known.owner } = fields
    const to = {
      area,
      owner,
      relationship: fields.relationship ?? known.relationship,
      sentence: fields.sentence ?? known.sentence,
      teamId: facing,
      ownerGroupId: group,
    }
    await ctx.db.query(
      `update boundaries set area = $3, owner = $4, relationship = $5, sentence = $6, team_id = $7,
          owner_group_id = $8 where group_id = $1 and id = $2`,
      [ctx.group.id, boundary, area, owner, to.relationship, to.sentence, facing, group],
    )
    const { position: _, ...from } = known
    const data = { area, owner, id: boundary, from, to }
    return { event: await record(ctx, { type: 'boundary.changed', data }) }
  })

export const removeBoundary = (ctx: Ctx, { boundary }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const { position, ...line } = await boundaryOf(ctx, boundary)
    await ctx.db.query('delete from boundaries where group_id = $1 and id = $2', [ctx.group.id, boundary])
    const data = { area: line.area, owner: line.owner, id: boundary, line, position }
    return { event: await record(ctx, { type: 'boundary.removed', data }) }
  })

type Row = Line & { position: number }

async function boundaryOf(ctx: Ctx, id: number): Promise<Row> {
  const { rows } = await ctx.db.query<Row>(
    `select area, owner, relationship, sentence, team_id as "teamId", owner_group_id as "ownerGroupId", position
      from boundaries where group_id = $1 and id = $2`,
    [ctx.group.id, id],
  )
  if (!rows[0]) throw notFound('This boundary')
  return rows[0]
}

/** @throws not_found for a group that the actor may not see, or that is none; refused for the group itself */
async function ownerOf(ctx: Ctx, slug: string | null): Promise<number | null> {
  if (slug === null) return null
  const { rows } = await ctx.db.query<{ id: number }>(
    `select g.id from groups g where g.slug = $1
      and ($2 or exists (select from group_roles r where r.group_id = g.id and r.person_id = $3))`,
    [slug, ctx.actor.admin, ctx.actor.id],
  )
  const [owner] = rows
  if (!owner) throw notFound(`The group “${slug}”`)
  const because = 'An area of the group itself belongs in the scope of a team.'
  insist(owner.id === ctx.group.id ? { code: 'own_area', because } : null)
  return owner.id
}
