import type { TokenFacts } from '#lib/contract/tokens.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Db } from '../context.ts'

type Row = Omit<TokenFacts, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

const COLUMNS = `id, title, hint, scope, created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt"`

/** What a person has not revoked, the newest first; one that has run out is said to have. */
export async function listTokens(db: Db, personId: string, now: Date): Promise<{ items: TokenFacts[] }> {
  const { rows } = await db.query<Row>({
    name: 'tokens-of-person',
    text: `select ${COLUMNS}, expires_at <= $2 as expired from access_tokens
      where person_id = $1 and revoked_at is null order by created_at desc, id`,
    values: [personId, now],
  })
  return { items: rows.map(factsOf) }
}

export async function tokenById(db: Db, id: string, now: Date): Promise<TokenFacts> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS}, expires_at <= $2 as expired from access_tokens where id = $1`,
    [id, now],
  )
  if (!rows[0]) throw notFound('This token')
  return factsOf(rows[0])
}

const factsOf = (row: Row): TokenFacts => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
})
