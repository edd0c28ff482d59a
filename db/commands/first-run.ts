import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { Failure } from '#lib/kit/failure.ts'
import { someoneCanSignIn } from '../queries/accounts.ts'
import { hashOf, newToken } from '../token.ts'

const PURPOSE = 'first-run'
const HOURS = 24

export type FirstAdmin = { token: string; handle: string; name: string; email: string; passwordHash: string }

/**
 * The secret of a set-up link that lasts 24 hours, or null once a person can sign in. There is no default password:
 * the person who can read what the start prints sets up the first administrator. A new link replaces the last.
 */
export async function offerSetup(client: Pool | PoolClient, now: Date): Promise<string | null> {
  if (await someoneCanSignIn(client)) return null
  const token = newToken()
  await client.query('delete from verifications where identifier = $1', [PURPOSE])
  await client.query(
    `insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $5)`,
    [randomUUID(), PURPOSE, hashOf(token), new Date(now.getTime() + HOURS * 3_600_000), now],
  )
  return token
}

export async function setupIsOffered(client: Pool | PoolClient, token: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from verifications where identifier = $1 and value = $2 and expires_at > $3',
    [PURPOSE, hashOf(token), now],
  )
  return rowCount === 1 && !(await someoneCanSignIn(client))
}

/**
 * Uses up the link and makes the first administrator, all or nothing. Answers their id.
 * @throws not_found for a link that was used, replaced or has run out; conflict for a handle or e-mail that is taken
 */
export async function setUpFirstAdmin(pool: Pool, admin: FirstAdmin, now: Date): Promise<string> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await useUp(client, admin.token, now)
    const id = await insertAdmin(client, admin, now)
    await client.query('commit')
    return id
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw isTaken(error)
      ? new Failure('conflict', 'That handle or e-mail address is taken. Choose another.')
      : error
  } finally {
    client.release(broken)
  }
}

/** The deleted row is the lock: of two who follow the same link at once, one finds it gone. */
async function useUp(client: PoolClient, token: string, now: Date): Promise<void> {
  const { rowCount } = await client.query(
    'delete from verifications where identifier = $1 and value = $2 and expires_at > $3',
    [PURPOSE, hashOf(token), now],
  )
  if (rowCount !== 1 || (await someoneCanSignIn(client))) {
    throw new Failure(
      'not_found',
      'This set-up link was used or has expired. Restart Saydo to print a new one.',
    )
  }
}

async function insertAdmin(client: PoolClient, admin: FirstAdmin, now: Date): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into people (id, handle, name, email, email_verified, admin, created_at, updated_at)
      values ($1, $2, $3, $4, true, true, $5, $5)`,
    [id, admin.handle, admin.name, admin.email, now],
  )
  await client.query(
    `insert into accounts (id, account_id, provider_id, person_id, password, created_at, updated_at)
      values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [randomUUID(), id, admin.passwordHash, now],
  )
  return id
}

/** 23505 is PostgreSQL's word for a unique value that is there already. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'
