import type { NamedRef } from '#lib/domain/event-refs.ts'
import type { FactValues } from '#lib/domain/facts/values.ts'
import type { IssueKind } from '#lib/domain/issues.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { may, type Role } from '#lib/domain/permissions.ts'
import type { Order } from '#lib/domain/rank.ts'
import type { Need } from '#lib/domain/wait.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { lookOf } from '#lib/kit/visible.ts'
import type { Ctx } from '../context.ts'
import { KEPT } from './fact-sql.ts'

export type PersonRef = { id: string; handle: string; name: string }

/** An issue as the law looks at it before a change. Read under the group's lock, it cannot go stale. */
export type IssueFacts = FactValues & {
  number: number
  kind: IssueKind
  title: string
  description: string
  state: 'open' | 'closed'
  closeReason: 'done' | 'duplicate' | 'moved' | 'wont_do' | null
  weight: number | null
  spikeScope: string | null
  ranks: Record<Order, string>
  version: number
  milestone: { id: string; title: string } | null
  epic: number | null
  teamId: string | null
  /** The model that it adds. */
  model: NamedRef | null
  labels: LabelFact[]
  /** What it waits for now, and since when; null where it is not blocked. */
  wait: (Need & { since: string }) | null
  dri: PersonRef | null
  assignees: PersonRef[]
}

/** @throws not_found for an issue that does not exist, lies in another group, or is confidential and not to be seen */
export const issueFacts = async (ctx: Ctx, ref: number): Promise<IssueFacts> =>
  factsSeen(ctx, ref, await factsUnseen(ctx, ref))

/** What the actor may see of what was read before it was known who that is; throws as `issueFacts` does. */
export function factsSeen(ctx: Ctx, ref: number, facts: IssueFacts | undefined): IssueFacts {
  if (!facts || (facts.confidential && !may(ctx.actor, 'see.confidential'))) throw notFound(`Issue #${ref}`)
  return facts
}

/** Whether or not the reader may see it: only for `factsSeen`. */
export async function factsUnseen(ctx: Ctx, ref: number): Promise<IssueFacts | undefined> {
  const { rows } = await ctx.db.query<IssueFacts>({
    name: 'issue-facts',
    text: `select i.number, i.kind, i.title, i.description, i.state, i.close_reason as "closeReason", i.weight,
        i.spike_scope as "spikeScope", jsonb_build_object('group', i.rank, 'planning', i.plan_rank) as ranks, i.version, i.epic_number as epic,
        i.team_id::text as "teamId", ${KEPT},
        (select jsonb_build_object('id', o.id::text, 'name', o.name) from models o
          where o.group_id = i.group_id and o.id = i.model_id) as model,
        (select jsonb_build_object('id', m.id::text, 'title', m.title) from milestones m
          where m.group_id = i.group_id and m.id = i.milestone_id) as milestone,
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id::text, 'title', k.title, 'meaning', k.meaning) order by k.id)
          from issue_labels l join labels k on k.group_id = l.group_id and k.id = l.label_id
          where l.group_id = i.group_id and l.issue_number = i.number), '[]') as labels,
        (select jsonb_build_object('need', b.need, 'from', b.from_whom, 'since', b.since_at) from blocks b
          where b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null limit 1) as wait,
        (select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = i.dri_id) as dri,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) order by a.added_at)
          from issue_assignees a join people p on p.id = a.person_id
          where a.group_id = i.group_id and a.issue_number = i.number), '[]') as assignees
      from issues i where i.group_id = $1 and i.number = $2`,
    values: [ctx.group.id, ref],
  })
  return rows[0]
}

/** A member of the group, a person with a role in it; everybody else is not found. */
export async function memberByHandle(ctx: Ctx, handle: string): Promise<PersonRef> {
  const { rows } = await ctx.db.query<PersonRef>({
    name: 'member-by-handle',
    text: `select p.id, p.handle, p.name from people p
      where p.handle = $2 and exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)`,
    values: [ctx.group.id, handle],
  })
  if (!rows[0]) throw notFound(`The group member ${handle}`)
  return rows[0]
}

/** The labels of those titles, or of their look, in their order; a title that the group has not is named in the refusal. */
export async function labelsByTitle(ctx: Ctx, titles: readonly string[]): Promise<LabelFact[]> {
  if (titles.length === 0) return []
  const { rows } = await ctx.db.query<LabelFact>({
    name: 'labels-by-title',
    text: 'select id::text, title, meaning from labels where group_id = $1',
    values: [ctx.group.id],
  })
  return titles.map((title) => {
    const label =
      rows.find((row) => row.title === title) ?? rows.find((row) => lookOf(row.title) === lookOf(title))
    if (!label) throw notFound(`The label “${title}”`)
    return label
  })
}

/** The labels that an event names, as they are now. @throws conflict where one of them was removed since */
export async function labelsById(
  ctx: Ctx,
  named: readonly { id: string; title: string }[],
): Promise<LabelFact[]> {
  if (named.length === 0) return []
  const { rows } = await ctx.db.query<LabelFact>(
    'select id::text, title, meaning from labels where group_id = $1 and id = any($2::int[])',
    [ctx.group.id, named.map(({ id }) => Number(id))],
  )
  return named.map(({ id, title }) => {
    const label = rows.find((row) => row.id === id)
    if (label) return label
    throw new Failure('conflict', `The label “${title}” was removed.`, { rule: 'label_gone' })
  })
}

export async function milestoneBySlug(ctx: Ctx, slug: string): Promise<{ id: string; title: string }> {
  const { rows } = await ctx.db.query<{ id: string; title: string }>({
    name: 'milestone-by-slug',
    text: 'select id::text, title from milestones where group_id = $1 and slug = $2',
    values: [ctx.group.id, slug],
  })
  if (!rows[0]) throw notFound(`The milestone “${slug}”`)
  return rows[0]
}

export async function teamBySlug(ctx: Ctx, slug: string): Promise<{ id: string; name: string }> {
  const { rows } = await ctx.db.query<{ id: string; name: string }>({
    name: 'team-by-slug',
    text: 'select id::text, name from functional_teams where group_id = $1 and slug = $2',
    values: [ctx.group.id, slug],
  })
  if (!rows[0]) throw notFound(`The functional team “${slug}”`)
  return rows[0]
}

export async function epicByNumber(ctx: Ctx, number: number): Promise<{ number: number; title: string }> {
  const { rows } = await ctx.db.query<{ number: number; title: string }>({
    name: 'epic-by-number',
    text: 'select number, title from epics where group_id = $1 and number = $2',
    values: [ctx.group.id, number],
  })
  if (!rows[0]) throw notFound(`Epic &${number}`)
  return rows[0]
}

export async function teamById(ctx: Ctx, id: string | null): Promise<{ id: string; name: string } | null> {
  if (id === null) return null
  const { rows } = await ctx.db.query<{ id: string; name: string }>({
    name: 'team-by-id',
    text: 'select id::text, name from functional_teams where group_id = $1 and id = $2',
    values: [ctx.group.id, id],
  })
  return rows[0] ?? null
}

export async function labelByMeaning(ctx: Ctx, meaning: string): Promise<LabelFact | null> {
  const { rows } = await ctx.db.query<LabelFact>({
    name: 'label-by-meaning',
    text: 'select id::text, title, meaning from labels where group_id = $1 and meaning = $2',
    values: [ctx.group.id, meaning],
  })
  return rows[0] ?? null
}

export async function rolesOf(ctx: Ctx, person: string): Promise<Role[]> {
  const { rows } = await ctx.db.query<{ role: Role }>(
    'select role from group_roles where group_id = $1 and person_id = $2',
    [ctx.group.id, person],
  )
  return rows.map(({ role }) => role)
}
