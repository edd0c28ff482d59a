import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { notFound } from '#lib/kit/failure.ts'
import { hashOf, newToken } from '../token.ts'

/** A session lasts thirty days and is not stretched by use, so that reading who asks never writes. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** Begins a session of a person. The token is the only copy: the table keeps its hash. */
export async function openSession(
  client: Pool | PoolClient,
  { personId, userAgent }: { personId: string; userAgent: string | null },
  now: Date,
): Promise<string> {
  const token = newToken()
  await client.query({
    name: 'open-session',
    text: `insert into sessions (id, token, person_id, user_agent, expires_at, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $6)`,
    values: [randomUUID(), hashOf(token), personId, userAgent, expiryOf(now), now],
  })
  return token
}

/** Ends the session of a token, at once and everywhere; one that has ended already stays ended. */
export async function endSession(client: Pool | PoolClient, token: string): Promise<void> {
  await client.query('delete from sessions where token = $1', [hashOf(token)])
}

/** Ends one session of a person by its id. @throws not_found for a session of another person, or one that has ended */
export async function endSessionById(
  db: Pool | PoolClient,
  personId: string,
  id: string,
): Promise<{ ended: number }> {
  const { rowCount } = await db.query('delete from sessions where id = $1 and person_id = $2', [id, personId])
  if (!rowCount) throw notFound('This session')
  return { ended: rowCount }
}

/** Ends all sessions of a person but one. */
export async function endSessionsBut(
  db: Pool | PoolClient,
  personId: string,
  keep: string | null,
): Promise<{ ended: number }> {
  const { rowCount } = await db.query(
    'delete from sessions where person_id = $1 and id is distinct from $2',
    [personId, keep],
  )
  return { ended: rowCount ?? 0 }
}

/** Sweeps out sessions, sign-ins under way and set-up links that have run out. */
export async function forgetExpired(client: Pool | PoolClient, now: Date): Promise<void> {
  await client.query('delete from sessions where expires_at <= $1', [now])
  await client.query('delete from verifications where expires_at <= $1', [now])
}

const expiryOf = (now: Date) => new Date(now.getTime() + SESSION_SECONDS * 1000)
