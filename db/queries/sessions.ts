import type { Pool, PoolClient } from 'pg'
import type { Role } from '#lib/domain/permissions.ts'
import { hashOf } from '../token.ts'

/** Whoever a token speaks for, and what they are in the group that was asked about, at this moment. */
export type SignedIn = {
  personId: string
  handle: string
  name: string
  admin: boolean
  sessionId: string
  /** Null when no group was asked about, and when this person has no business there. */
  group: { id: number; slug: string; name: string; zone: string; lastEvent: number } | null
  roles: Role[]
}

type Row = Omit<SignedIn, 'group'> & {
  groupId: number | null
  slug: string
  groupName: string
  zone: string
  lastEvent: number
}

/**
 * Who asks, in one round trip, read from the tables at every request: a session that ended or a role that was taken
 * away counts from the next request on. `group` is a slug. Null for a token that is unknown, revoked or expired.
 */
export async function whoIs(
  client: Pool | PoolClient,
  token: string,
  group: string | null,
  now: Date,
): Promise<SignedIn | null> {
  const { rows } = await client.query<Row>({
    name: 'who-is',
    text: `select s.id as "sessionId", p.id as "personId", p.handle, p.name, p.admin,
        g.id as "groupId", g.slug, g.name as "groupName", g.zone, c.last_event as "lastEvent",
        array(select r.role from group_roles r where r.group_id = g.id and r.person_id = p.id order by r.role) as roles
      from sessions s
      join people p on p.id = s.person_id
      left join groups g on g.slug = $2
      left join group_counters c on c.group_id = g.id
      where s.token = $1 and s.expires_at > $3`,
    values: [hashOf(token), group, now],
  })
  const [row] = rows
  if (!row) return null
  const { personId, handle, name, admin, sessionId, roles } = row
  return { personId, handle, name, admin, sessionId, roles, group: groupOf(row) }
}

/** A group is there for those who have a role in it, and for the administrators of the installation. */
function groupOf({ groupId, slug, groupName, zone, lastEvent, roles, admin }: Row): SignedIn['group'] {
  if (groupId === null || (roles.length === 0 && !admin)) return null
  return { id: groupId, slug, name: groupName, zone, lastEvent }
}
