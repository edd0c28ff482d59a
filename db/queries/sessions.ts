import DataLoader from 'dataloader'
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
  at: number
}

type Asked = { token: string; group: string | null; now: Date }

/**
 * Who asks, read from the tables at every request: a session that ended or a role that was taken away counts from the
 * next request on. `group` is a slug. Null for a token that is unknown, revoked or expired.
 */
export function whoIs(
  client: Pool | PoolClient,
  token: string,
  group: string | null,
  now: Date,
): Promise<SignedIn | null> {
  const known = doors.get(client)
  const door = known ?? doorman(client)
  if (!known) doors.set(client, door)
  return door.load({ token, group, now })
}

const doors = new WeakMap<Pool | PoolClient, DataLoader<Asked, SignedIn | null>>()

/** Requests that arrive together are asked about in one round trip; no answer is kept. */
const doorman = (client: Pool | PoolClient) =>
  new DataLoader<Asked, SignedIn | null>((asked) => whoAre(client, asked), {
    cache: false,
    maxBatchSize: 50,
    batchScheduleFn: setImmediate,
  })

async function whoAre(client: Pool | PoolClient, asked: readonly Asked[]): Promise<(SignedIn | null)[]> {
  const { rows } = await client.query<Row>({
    name: 'who-are',
    text: `select a.at, s.id as "sessionId", p.id as "personId", p.handle, p.name, p.admin,
        g.id as "groupId", g.slug, g.name as "groupName", g.zone, c.last_event as "lastEvent",
        array(select r.role from group_roles r where r.group_id = g.id and r.person_id = p.id order by r.role) as roles
      from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as a (token, slug, now, at)
      join sessions s on s.token = a.token and s.expires_at > a.now
      join people p on p.id = s.person_id
      left join groups g on g.slug = a.slug
      left join group_counters c on c.group_id = g.id`,
    values: [
      asked.map(({ token }) => hashOf(token)),
      asked.map(({ group }) => group),
      asked.map(({ now }) => now),
    ],
  })
  const found = new Map(rows.map((row) => [row.at, signedIn(row)]))
  return asked.map((_, at) => found.get(at + 1) ?? null)
}

function signedIn(row: Row): SignedIn {
  const { personId, handle, name, admin, sessionId, roles } = row
  return { personId, handle, name, admin, sessionId, roles, group: groupOf(row) }
}

/** A group is there for those who have a role in it, and for the administrators of the installation. */
function groupOf({ groupId, slug, groupName, zone, lastEvent, roles, admin }: Row): SignedIn['group'] {
  if (groupId === null || (roles.length === 0 && !admin)) return null
  return { id: groupId, slug, name: groupName, zone, lastEvent }
}
