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
import { epics } from './epics.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** Handbook: "Every issue … has a single named DRI." One open row a subject; rows are closed, never deleted. */
export const driAssignments = pgTable(
  'dri_assignments',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number'),
    epicNumber: integer('epic_number'),
    personId: personId()
      .notNull()
      .references(() => people.id),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
    byId: personId('by_id').references(() => people.id),
    why: text('why').notNull(),
    /** What the next DRI needs to know; empty for a first assignment. */
    context: text('context').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.epicNumber],
      foreignColumns: [epics.groupId, epics.number],
    }).onDelete('cascade'),
    index('dri_of_issue').on(t.groupId, t.issueNumber),
    index('dri_of_epic').on(t.groupId, t.epicNumber),
    uniqueIndex('dri_one_open_issue')
      .on(t.groupId, t.issueNumber)
      .where(sql`to_at is null and issue_number is not null`),
    uniqueIndex('dri_one_open_epic')
      .on(t.groupId, t.epicNumber)
      .where(sql`to_at is null and epic_number is not null`),
    check('dri_one_subject', sql`num_nonnulls(${t.issueNumber}, ${t.epicNumber}) = 1`),
    check('dri_why', sql`${t.why} in ('took', 'assigned', 'handed_over')`),
    check('dri_hand_over_context', sql`${t.why} <> 'handed_over' or ${t.context} ~ '\\S'`),
  ],
)
