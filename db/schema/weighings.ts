import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** Several engineers weigh one issue without seeing each other's weight, until it is revealed and one is agreed on. */
export const weighings = pgTable(
  'weighings',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number').notNull(),
    openedById: personId('opened_by_id').references(() => people.id),
    openedAt: instant('opened_at').notNull(),
    revealedAt: instant('revealed_at'),
    /** Agreed on, or given up where `agreed` is null. */
    closedAt: instant('closed_at'),
    agreed: integer('agreed'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('weighings_issue').on(t.groupId, t.issueNumber),
    uniqueIndex('weighings_open')
      .on(t.groupId, t.issueNumber)
      .where(sql`closed_at is null`),
    check('weighings_agreed', sql`${t.agreed} between 0 and 99`),
  ],
)

/** Each person who was asked has a row; `weight` is null until they answer. */
export const weighingVotes = pgTable(
  'weighing_votes',
  {
    groupId: groupId(),
    weighingId: integer('weighing_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    weight: integer('weight'),
    reason: text('reason').notNull().default(''),
    votedAt: instant('voted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.weighingId, t.personId] }),
    foreignKey({
      columns: [t.groupId, t.weighingId],
      foreignColumns: [weighings.groupId, weighings.id],
    }).onDelete('cascade'),
    check('weighing_votes_weight', sql`${t.weight} between 0 and 99`),
    check('weighing_votes_voted', sql`(${t.weight} is null) = (${t.votedAt} is null)`),
  ],
)
