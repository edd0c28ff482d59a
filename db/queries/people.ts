import { folded } from '#lib/kit/folded.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { findCandidates as candidates, listPeople as endpoint } from '#lib/contract/people.ts'
import { may, type Role } from '#lib/domain/permissions.ts'
import type { RoleHolder } from '#lib/domain/roles.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'

type Answer = OutputOf<typeof endpoint>

export async function listPeople(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'people',
    text: `select p.handle, p.name, array_agg(r.role order by r.role) as roles,
        array_remove(array_agg(nullif(r.title, '') order by r.role), null) as titles, bool_or(r.acting) as acting,
        jsonb_agg(jsonb_build_object('role', r.role, 'title', r.title, 'acting', r.acting) order by r.role) as held,
        case when $2 then exists (select from accounts a where a.person_id = p.id) end as account
      from group_roles r join people p on p.id = r.person_id
      where r.group_id = $1 group by p.id, p.handle, p.name order by p.name collate by_language`,
    values: [ctx.group.id, may(ctx.actor, 'member.edit')],
  })
  return { items: rows }
}

/** @throws forbidden for whoever may not add members; at most twenty, so that nobody reads the whole installation */
export async function findCandidates(
  ctx: Ctx,
  { q = '' }: { q?: string | undefined },
): Promise<OutputOf<typeof candidates>> {
  authorise(ctx, 'member.edit')
  const { rows } = await ctx.db.query<{ handle: string; name: string }>({
    name: 'candidates',
    text: `select p.handle, p.name from people p
      where not exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)
        and strpos(p.plain, $2) > 0
      order by p.name collate by_language limit 20`,
    values: [ctx.group.id, folded(q).trim()],
  })
  return { items: rows }
}

type Holder = RoleHolder & { id: string; roles: Role[] }

/** A person of the group with the roles that the law asks about. Read under the group's lock, it cannot go stale. */
export async function roleHolder(ctx: Ctx, handle: string): Promise<Holder> {
  const { rows } = await ctx.db.query<Holder>({
    name: 'role-holder',
    text: `select p.id, p.name, array_agg(r.role) as roles,
        (select count(*)::int from group_roles e where e.group_id = $1 and e.role = 'em') as ems
      from people p join group_roles r on r.person_id = p.id and r.group_id = $1
      where p.handle = $2 group by p.id, p.name`,
    values: [ctx.group.id, handle],
  })
  if (!rows[0]) throw notFound(`The group member ${handle}`)
  return rows[0]
}
