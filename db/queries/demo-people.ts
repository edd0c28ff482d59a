import type { Pool, PoolClient } from 'pg'
import type { Role } from '#lib/domain/permissions.ts'

/** A person who can be tried on with one click, and the roles that say what there is to see. */
export type DemoPerson = {
  handle: string
  name: string
  admin: boolean
  roles: { role: Role; title: string; acting: boolean }[]
}

/**
 * The sample world's people and those of the first group. A person who has a way to sign in of their own is not
 * offered to others.
 */
const IN_DEMO = `not exists (select from accounts a where a.person_id = p.id)
  and (p.sample or exists (select from group_roles m where m.person_id = p.id
    and m.group_id = (select min(g.id) from groups g)))`

/** First who leads, then who builds, then who looks on; by name. */
export async function demoPeople(client: Pool | PoolClient): Promise<DemoPerson[]> {
  const { rows } = await client.query<DemoPerson>(
    `with played as (
        select p.handle, p.name, p.admin, r.role, r.title, r.acting,
          array_position(array['em', 'pm', 'staff_engineer', 'engineer', 'counterpart', 'stakeholder'], r.role) as place
        from people p
        left join group_roles r on r.person_id = p.id and r.group_id = (select min(g.id) from groups g)
        where ${IN_DEMO})
      select handle, name, admin,
        coalesce(jsonb_agg(jsonb_build_object('role', role, 'title', title, 'acting', acting) order by place)
          filter (where role is not null), '[]') as roles
      from played group by handle, name, admin order by min(place) nulls last, name`,
  )
  return rows
}

/** The id behind a handle, null unless that person can be tried on. */
export async function demoPersonId(client: Pool | PoolClient, handle: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from people p where p.handle = $1 and ${IN_DEMO}`,
    [handle],
  )
  return rows[0]?.id ?? null
}
