import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeMembership as changing, startMembership as starting } from '#lib/contract/memberships.ts'
import { whyNotMember } from '#lib/domain/memberships.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { memberByHandle, teamBySlug } from '../queries/facts.ts'
import { spansOf } from '../queries/memberships.ts'

export type Terms = Omit<InputOf<typeof starting>, 'group'>

/** From a day on, a person gives a share of their time to a team; the shares of one person add up to all of it at most. */
export const startMembership = (ctx: Ctx, { team, person, kind, percent, from, to = null }: Terms) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    const [owner, who] = [await teamBySlug(ctx, team), await memberByHandle(ctx, person)]
    const held = await spansOf(ctx, who.id)
    insist(whyNotMember({ name: who.name, held, next: { team, percent, from, to } }))
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into memberships (group_id, team_id, person_id, kind, share, from_on, to_on, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [ctx.group.id, Number(owner.id), who.id, kind, percent / 100, from, to, ctx.now],
    )
    const event = await record(ctx, {
      type: 'membership.started',
      data: {
        person: { id: who.id, name: who.name },
        team: owner,
        kind,
        share: percent,
        startsOn: from,
        endsOn: to,
        id: rows[0]?.id ?? 0,
      },
    })
    return { event }
  })

type Row = {
  personId: string
  name: string
  teamId: string
  team: string
  teamName: string
  kind: Terms['kind']
}

/** Changes the terms; with a last day it ends then, and stays in the record of who was where. */
export const changeMembership = (ctx: Ctx, { membership, ...fields }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    const row = await membershipOf(ctx, membership)
    const spans = await spansOf(ctx, row.personId)
    const known = spans.find(({ id }) => id === membership)
    if (!known) throw notFound('This membership')
    const next = {
      team: row.team,
      percent: fields.percent ?? known.percent,
      from: fields.from ?? known.from,
      to: fields.to === undefined ? known.to : fields.to,
    }
    const held = spans.filter(({ id }) => id !== membership)
    insist(whyNotMember({ name: row.name, held, next }))
    const kind = fields.kind ?? row.kind
    await ctx.db.query(
      'update memberships set kind = $3, share = $4, from_on = $5, to_on = $6 where group_id = $1 and id = $2',
      [ctx.group.id, membership, kind, next.percent / 100, next.from, next.to],
    )
    const event = await record(ctx, {
      type: 'membership.changed',
      data: {
        person: { id: row.personId, name: row.name },
        team: { id: row.teamId, name: row.teamName },
        kind,
        share: next.percent,
        startsOn: next.from,
        endsOn: next.to,
        id: membership,
        was: { kind: row.kind, percent: known.percent, from: known.from, to: known.to },
      },
    })
    return { event }
  })

async function membershipOf(ctx: Ctx, id: number): Promise<Row> {
  const { rows } = await ctx.db.query<Row>(
    `select p.id as "personId", p.name, t.id::text as "teamId", t.slug as team, t.name as "teamName", m.kind
      from memberships m join people p on p.id = m.person_id
      join functional_teams t on t.group_id = m.group_id and t.id = m.team_id
      where m.group_id = $1 and m.id = $2`,
    [ctx.group.id, id],
  )
  if (!rows[0]) throw notFound('This membership')
  return rows[0]
}
