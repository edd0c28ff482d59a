import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { createdAt, groupId, personId } from './columns.ts'
import { groups } from './groups.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

/**
 * The address of a page that is read without signing in. `token` holds the SHA-256 of what the address carries; a row that
 * is revoked goes, so that nothing of it is left but its events.
 */
export const shares = pgTable(
  'shares',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    what: text('what').notNull(),
    /** Of a brief. */
    milestoneId: integer('milestone_id'),
    /** For whom it is. */
    name: text('name').notNull(),
    token: text('token').notNull(),
    byId: personId('by_id').references(() => people.id),
    /** The last day on which it works, in the group's time zone. */
    lastOn: date('last_on'),
    /** The last day on which it was opened. It alone changes without an event. */
    openedOn: date('opened_on'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    unique('shares_token').on(t.token),
    index('shares_milestone').on(t.groupId, t.milestoneId),
    check('shares_what', sql`${t.what} in ('say_do', 'brief', 'ownership')`),
    check('shares_milestone_of_brief', sql`(${t.what} = 'brief') = (${t.milestoneId} is not null)`),
    check('shares_name', sql`length(btrim(${t.name})) between 1 and 80`),
  ],
)
