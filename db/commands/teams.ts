import type { PlainDate } from '#lib/kit/plain-date.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { memberByHandle, teamBySlug } from '../queries/facts.ts'

export type NewTeam = { slug: string; name: string; purpose: string; note: string }
export type NewScopeArea = { team: string; name: string; description: string }
export type NewMembership = {
  team: string
  person: string
  kind: 'main' | 'supporting'
  /** Share of the person's time, 0–1. */
  share: number
  /** First day, on the group's calendar. */
  fromOn: PlainDate
}
export type NewBoundary = {
  area: string
  owner: string
  relationship: string
  sentence?: string
  team: string | null
}

/** Handbook › Organisation: "Each functional team owns its scope end-to-end". */
export const createTeam = (ctx: Ctx, { slug, name, purpose, note }: NewTeam) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    await ctx.db.query(
      `insert into functional_teams (group_id, slug, name, purpose, note, position, created_at)
        select $1, $2, $3, $4, $5, count(*) + 1, $6 from functional_teams where group_id = $1`,
      [ctx.group.id, slug, name, purpose, note, ctx.now],
    )
    await record(ctx, { type: 'team.created', data: { name } })
  })

export const addScopeArea = (ctx: Ctx, { team, name, description }: NewScopeArea) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const owner = await teamBySlug(ctx, team)
    await ctx.db.query(
      `insert into scope_areas (group_id, team_id, name, description, position, created_at)
        select $1, $2, $3, $4, count(*) + 1, $5 from scope_areas where group_id = $1 and team_id = $2`,
      [ctx.group.id, Number(owner.id), name, description, ctx.now],
    )
    await record(ctx, { type: 'scope_area.added', data: { team: owner, name } })
  })

/** From a day on, somebody gives a share of their time to a team; the shares of one person add up to all of it at most. */
export const startMembership = (ctx: Ctx, { team, person, kind, share, fromOn }: NewMembership) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    const [owner, who] = [await teamBySlug(ctx, team), await memberByHandle(ctx, person)]
    const { rows } = await ctx.db.query<{ given: number }>(
      `select coalesce(sum(share), 0)::float as given from memberships
        where group_id = $1 and person_id = $2 and (to_on is null or to_on >= $3)`,
      [ctx.group.id, who.id, fromOn],
    )
    const given = rows[0]?.given ?? 0
    if (given + share > 1) {
      const because = `${who.name} gives ${percent(given)} % of their time already: ${percent(1 - given)} % are left.`
      insist({ code: 'more_than_all', because })
    }
    await ctx.db.query(
      `insert into memberships (group_id, team_id, person_id, kind, share, from_on, created_at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      [ctx.group.id, Number(owner.id), who.id, kind, share, fromOn, ctx.now],
    )
    await record(ctx, {
      type: 'membership.started',
      data: {
        person: { id: who.id, name: who.name },
        team: owner,
        kind,
        share: percent(share),
        startsOn: fromOn,
      },
    })
  })

/** Handbook › What falls outside our scope: "To make boundaries clear for teams inside and outside the org". */
export const drawBoundary = (ctx: Ctx, { area, owner, relationship, sentence = '', team }: NewBoundary) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const facing = team === null ? null : await teamBySlug(ctx, team)
    await ctx.db.query(
      `insert into boundaries (group_id, area, owner, relationship, sentence, team_id, position, created_at)
        select $1, $2, $3, $4, $5, $6, count(*) + 1, $7 from boundaries where group_id = $1`,
      [ctx.group.id, area, owner, relationship, sentence, facing && Number(facing.id), ctx.now],
    )
    await record(ctx, { type: 'boundary.drawn', data: { area, owner } })
  })

const percent = (share: number) => Math.round(share * 100)
