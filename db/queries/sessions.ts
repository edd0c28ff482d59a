import DataLoader from 'dataloader'
import type { Pool, PoolClient } from 'pg'
import type { SessionFacts } from '#lib/contract/sessions.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { deviceName } from '#lib/kit/device.ts'
import { zoneOrUtc } from '#lib/kit/zone.ts'
import { hashOf } from '../token.ts'

/** What an access token may do for its person, and when it was last used. */
export type AccessToken = { id: string; scope: 'read' | 'write'; lastUsedAt: Date | null }

/** The person a token speaks for, and what they are in the group that was asked about, at this moment. */
export type SignedIn = {
  personId: string
  handle: string
  name: string
  admin: boolean
  /** Null for the person who asks with an access token. */
  sessionId: string | null
  /** Null for the person who asks with a session. */
  accessToken: AccessToken | null
  /** When the session or the token runs out by itself. */
  until: Date
  /** Null when no group was asked about, and when this person has no business there. */
  group: { id: number; slug: string; name: string; zone: string; lastEvent: number } | null
  roles: Role[]
}

type Row = Omit<SignedIn, 'group' | 'accessToken'> & {
  tokenId: string | null
  scope: AccessToken['scope']
  lastUsedAt: Date | null
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
 * next request on. `token` is that of a session or an access token, which no session's can be taken for: only these
 * have a prefix. `group` is a slug. Null for a token that is unknown, revoked or expired.
 */
export function whoIs(
  client: Pool | PoolClient,
  token: string,
  group: string | null,
  now: Date,
): Promise<SignedIn | null> {
  const started = loaders.get(client)
  const loader = started ?? loaderFor(client)
  if (!started) loaders.set(client, loader)
  return loader.load({ token, group, now })
}

const loaders = new WeakMap<Pool | PoolClient, DataLoader<Asked, SignedIn | null>>()

/** Requests that arrive together are asked about in one round trip; no answer is kept. */
const loaderFor = (client: Pool | PoolClient) =>
  new DataLoader<Asked, SignedIn | null>((asked) => whoAre(client, asked), {
    cache: false,
    maxBatchSize: 50,
    batchScheduleFn: setImmediate,
  })

async function whoAre(client: Pool | PoolClient, asked: readonly Asked[]): Promise<(SignedIn | null)[]> {
  const { rows } = await client.query<Row>({
    name: 'who-are',
    text: `select a.at, k.session_id as "sessionId", k.token_id as "tokenId", k.scope, k.last_used_at as "lastUsedAt", k.until, p.id as "personId", p.handle, p.name, p.admin,
        g.id as "groupId", g.slug, g.name as "groupName", g.zone, c.last_event as "lastEvent",
        array(select r.role from group_roles r where r.group_id = g.id and r.person_id = p.id order by r.role) as roles
      from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as a (token, slug, now, at)
      join lateral (
        select s.id as session_id, null as token_id, null as scope, null::timestamptz as last_used_at, s.person_id, s.expires_at as until
        from sessions s where s.token = a.token and s.expires_at > a.now
        union all
        select null, t.id, t.scope, t.last_used_at, t.person_id, t.expires_at
        from access_tokens t where t.token = a.token and t.expires_at > a.now and t.revoked_at is null
      ) k on true
      join people p on p.id = k.person_id
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
  const { personId, handle, name, admin, sessionId, until, roles, tokenId, scope, lastUsedAt } = row
  const accessToken = tokenId === null ? null : { id: tokenId, scope, lastUsedAt }
  return { personId, handle, name, admin, sessionId, accessToken, until, roles, group: groupOf(row) }
}

/** A group is there for those who have a role in it, and for the administrators of the installation. */
function groupOf({ groupId, slug, groupName, zone, lastEvent, roles, admin }: Row): SignedIn['group'] {
  if (groupId === null || (roles.length === 0 && !admin)) return null
  return { id: groupId, slug, name: groupName, zone: zoneOrUtc(zone), lastEvent }
}

type SessionRow = { id: string; userAgent: string | null; createdAt: Date; expiresAt: Date }

/** Where a person is signed in, the newest first; `current` is the session that asks. */
export async function listSessions(
  client: Pool | PoolClient,
  personId: string,
  current: string | null,
  now: Date,
): Promise<{ items: SessionFacts[] }> {
  const { rows } = await client.query<SessionRow>({
    name: 'sessions-of-person',
    text: `select id, user_agent as "userAgent", created_at as "createdAt", expires_at as "expiresAt"
      from sessions where person_id = $1 and expires_at > $2 order by created_at desc, id`,
    values: [personId, now],
  })
  const items = rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
    id,
    device: deviceName(userAgent),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === current,
  }))
  return { items }
}
