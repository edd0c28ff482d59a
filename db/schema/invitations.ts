import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

/** A link that lets one person in, once. `token` holds the SHA-256 of what the link carries. */
export const invitations = pgTable(
  'invitations',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    token: text('token').notNull(),
    email: text('email').notNull(),
    role: text('role').notNull(),
    /** Somebody of the group who has no account yet, and comes by this link to the work that is theirs; null for a newcomer. */
    personId: personId().references(() => people.id),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedById: personId('used_by_id').references(() => people.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('invitations_token').on(t.token),
    index('invitations_email').on(t.groupId, t.email),
  ],
)
