import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, instant, personId } from './columns.ts'
import { people } from './people.ts'

/** A personal access token; `token` holds the SHA-256 of it. It can do what its person can, or only read. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    personId: personId()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    token: text('token').notNull().unique(),
    /** Its first characters, by which its owner knows it again. */
    hint: text('hint').notNull(),
    scope: text('scope').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('access_tokens_person').on(t.personId),
    check('access_tokens_scope', sql`${t.scope} in ('read', 'write')`),
    check('access_tokens_title', sql`length(btrim(${t.title})) between 1 and 80`),
  ],
)
