import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  changeTeam as changing,
  placeTeam as placing,
  removeTeam as removing,
} from '#lib/contract/teams.ts'
import { type TeamHoldings, whyNotRemoveTeam } from '#lib/domain/teams.ts'
import type { TeamData } from '#lib/domain/events/teams.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { areAlike } from '#lib/kit/visible.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { teamBySlug } from '../queries/facts.ts'
import { idOr } from './ids.ts'
import { slugOf } from './milestones.ts'

/** With an `id` and a `position`, what was removed comes back as what it was. */
export type Place = { id?: number; position?: number }
export type NewTeam = { slug?: string; name: string; purpose?: string; note?: string } & Place
export type NewScopeArea = { team: string; name: string; description?: string } & Place

/** Handbook › Organisation: "Each functional team owns its scope end-to-end". */
export const createTeam = (ctx: Ctx, { name, purpose = '', note = '', ...given }: NewTeam) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const slug = given.slug ?? slugOf(name)
    await insistOnName(ctx, { slug, name })
    const { rows } = await ctx.db.query<TeamData>(
      `insert into functional_teams (group_id, slug, name, purpose, note, created_at, position, id)
        select $1, $2, $3, $4, $5, $6, coalesce($7, max(position) + 1, 1), ${idOr('functional_teams', '$8')}
          from functional_teams where group_id = $1 returning id, slug, name, purpose, note, position`,
      [ctx.group.id, slug, name, purpose, note, ctx.now, given.position ?? null, given.id ?? null],
    )
    const [data] = rows
    if (!data) throw new Error('The database kept no team.')
    return { slug, event: await record(ctx, { type: 'team.created', data }) }
  })

/** The slug stays, whatever the team is called: links to it lead there still. */
export const changeTeam = (ctx: Ctx, { team, ...fields }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const { id } = await teamBySlug(ctx, team)
    const { rows } = await ctx.db.query<{ name: string; purpose: string; note: string }>(
      'select name, purpose, note from functional_teams where group_id = $1 and id = $2',
      [ctx.group.id, Number(id)],
    )
    const [known] = rows
    if (!known) throw notFound('This team')
    const next = {
      name: fields.name ?? known.name,
      purpose: fields.purpose ?? known.purpose,
      note: fields.note ?? known.note,
    }
    const changed = WORDS.filter((word) => next[word] !== known[word])
    if (changed.length === 0) return { event: await lastEvent(ctx) }
    if (changed.includes('name')) await insistOnName(ctx, { slug: null, name: next.name })
    await ctx.db.query(
      'update functional_teams set name = $3, purpose = $4, note = $5 where group_id = $1 and id = $2',
      [ctx.group.id, Number(id), next.name, next.purpose, next.note],
    )
    const data = { id: Number(id), slug: team, name: next.name, changed, from: known, to: next }
    return { event: await record(ctx, { type: 'team.changed', data }) }
  })

/** Neighbours are named, never positions; the places are numbered anew under the group's lock. */
export const placeTeam = (ctx: Ctx, { team, before }: InputOf<typeof placing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const { id, name } = await teamBySlug(ctx, team)
    if (before !== null) await teamBySlug(ctx, before)
    const { rows } = await ctx.db.query<{ id: number; slug: string }>(
      'select id, slug from functional_teams where group_id = $1 order by position, id',
      [ctx.group.id],
    )
    const now = rows.map(({ slug }) => slug)
    const others = now.filter((slug) => slug !== team)
    const place = before === null ? others.length : others.indexOf(before)
    const next = before === team ? now : others.toSpliced(place, 0, team)
    if (next.join() === now.join()) return { event: await lastEvent(ctx) }
    await ctx.db.query(
      `update functional_teams t set position = list.place
        from unnest($2::text[]) with ordinality list(slug, place)
        where t.group_id = $1 and t.slug = list.slug and t.position <> list.place`,
      [ctx.group.id, next],
    )
    const order = next.map((slug) => rows.find((row) => row.slug === slug)?.id ?? 0)
    const was = now[now.indexOf(team) + 1] ?? null
    const data = { id: Number(id), name, slug: team, before: was, order }
    return { event: await record(ctx, { type: 'team.placed', data }) }
  })

/** A team that worked stays in the record of who owned what, and so does the team itself. */
export const removeTeam = (ctx: Ctx, { team }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const { id, name } = await teamBySlug(ctx, team)
    insist(whyNotRemoveTeam({ name, ...(await holdingsOf(ctx, Number(id))) }))
    const { rows } = await ctx.db.query<TeamData>(
      `delete from functional_teams where group_id = $1 and id = $2 returning id, slug, name, purpose, note, position`,
      [ctx.group.id, Number(id)],
    )
    const [data] = rows
    if (!data) throw notFound('This team')
    return { event: await record(ctx, { type: 'team.removed', data }) }
  })

async function holdingsOf(ctx: Ctx, team: number): Promise<Omit<TeamHoldings, 'name'>> {
  const { rows } = await ctx.db.query<Omit<TeamHoldings, 'name'>>(
    `select exists (select from memberships where group_id = $1 and team_id = $2) as people,
        exists (select from scope_areas where group_id = $1 and team_id = $2) as scope,
        exists (select from boundaries where group_id = $1 and team_id = $2) as boundary,
        exists (select from issues where group_id = $1 and team_id = $2) as issues`,
    [ctx.group.id, team],
  )
  if (!rows[0]) throw notFound('This team')
  return rows[0]
}

const WORDS = ['name', 'purpose', 'note'] as const

async function insistOnName(ctx: Ctx, { slug, name }: { slug: string | null; name: string }): Promise<void> {
  const { rows } = await ctx.db.query<{ name: string; slug: string }>(
    'select name, slug from functional_teams where group_id = $1',
    [ctx.group.id],
  )
  const other = rows.find((row) => row.slug === slug || areAlike(row.name, name))
  insist(other ? { code: 'team_exists', because: `A team “${other.name}” already exists.` } : null)
}

export const addScopeArea = (ctx: Ctx, { team, name, description = '', ...place }: NewScopeArea) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'team.edit')
    const owner = await teamBySlug(ctx, team)
    const { rows } = await ctx.db.query<{ id: number; position: number }>(
      `insert into scope_areas (group_id, team_id, name, description, position, created_at, id)
        select $1, $2, $3, $4, coalesce($6, max(position) + 1, 1), $5, ${idOr('scope_areas', '$7')}
          from scope_areas where group_id = $1 and team_id = $2 returning id, position`,
      [ctx.group.id, Number(owner.id), name, description, ctx.now, place.position ?? null, place.id ?? null],
    )
    const [made] = rows
    if (!made) throw new Error('The database kept no area.')
    const data = { team: owner, name, description, ...made }
    return { event: await record(ctx, { type: 'scope_area.added', data }) }
  })
