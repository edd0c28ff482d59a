import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createToken as endpoint } from '#lib/contract/tokens.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { keyReused } from '../attempts.ts'
import type { Attempt } from '../context.ts'
import type { Db } from '../context.ts'
import { tokenById } from '../queries/tokens.ts'
import { hashOf, newToken } from '../token.ts'

/** By which leaked tokens are found in logs and repositories, and told from the token of a session. */
export const TOKEN_PREFIX = 'saydo_'

const MOST_TOKENS = 50
const HINT_LENGTH = TOKEN_PREFIX.length + 4
const DAY_MS = 86_400_000

type Asking = { db: Db; now: Date; attempt?: Attempt }

/**
 * Makes a token of a person. The answer holds its only copy: the table keeps the hash, and a retry is told that the
 * token was made, by the id that follows from its key.
 */
export async function createToken(
  { db, now, attempt }: Asking,
  personId: string,
  { title, scope, days }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const secret = TOKEN_PREFIX + newToken()
  const id = attempt ? hashOf(`${personId} ${attempt.key}`) : randomUUID()
  const { rowCount } = await db.query(
    `insert into access_tokens (id, person_id, title, token, hint, scope, created_at, expires_at)
      select $1, $2, $3, $4, $5, $6, $7, $8
      where (select count(*) from access_tokens where person_id = $2 and revoked_at is null) < $9
      on conflict (id) do nothing`,
    [
      id,
      personId,
      title,
      hashOf(secret),
      secret.slice(0, HINT_LENGTH),
      scope,
      now,
      new Date(now.getTime() + days * DAY_MS),
      MOST_TOKENS,
    ],
  )
  if (rowCount === 0) {
    if (attempt) await insistOnNew(db, id, { title, scope, days })
    insist({
      code: 'too_many_tokens',
      because: `You have ${MOST_TOKENS} tokens. Revoke one that you no longer use.`,
    })
  }
  return { token: await tokenById(db, id, now), secret }
}

async function insistOnNew(db: Db, id: string, input: InputOf<typeof endpoint>): Promise<void> {
  const { rows } = await db.query<InputOf<typeof endpoint>>(
    `select title, scope, extract(day from expires_at - created_at)::int as days from access_tokens where id = $1`,
    [id],
  )
  const [made] = rows
  if (!made) return
  if (made.title !== input.title || made.scope !== input.scope || made.days !== input.days) throw keyReused()
  const because = 'The token exists, and its secret was shown once. Revoke it and create another.'
  throw new Failure('conflict', because, { rule: 'secret_shown' })
}

/** Revokes a token at once, with the live streams that it opened. @throws not_found for a token of another person */
export async function revokeToken(
  db: Db,
  personId: string,
  id: string,
  now: Date,
): Promise<{ revoked: string }> {
  const { rowCount } = await db.query(
    'update access_tokens set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null',
    [id, personId, now],
  )
  if (rowCount === 0) throw notFound('This token')
  return { revoked: id }
}

/** Notes that a token was used, to the minute, so that a busy program does not write with each of its reads. */
export async function noteTokenUse(db: Db, id: string, now: Date): Promise<void> {
  await db.query({
    name: 'note-token-use',
    text: `update access_tokens set last_used_at = $2 where id = $1
      and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
    values: [id, now],
  })
}
