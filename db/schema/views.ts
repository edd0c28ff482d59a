import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

/** A list or a board as a person looked at it: the part of the address behind the `?`, under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    /** Whose it is; null for a view of the whole group. */
    ownerId: personId('owner_id').references(() => people.id),
    /** `issues`, or `boards/<slug>`. */
    place: text('place').notNull(),
    title: text('title').notNull(),
    query: text('query').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    index('saved_views_owner').on(t.groupId, t.ownerId),
    check('saved_views_title', sql`length(btrim(${t.title})) between 1 and 80`),
    check('saved_views_query', sql`length(${t.query}) <= 4000`),
  ],
)
