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
import type { UnclaimedReason } from '#lib/domain/unclaimed.ts'
import { groupId, instant, personId } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { subjectColumns, subjectRules } from './subject.ts'

/** Handbook: "Every issue … has a single named DRI." One open row a subject; rows are closed, never deleted. */
export const driAssignments = pgTable(
  'dri_assignments',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ...subjectColumns(),
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
    ...subjectRules('dri', t),
    index('dri_of_issue').on(t.groupId, t.issueNumber),
    uniqueIndex('dri_one_open')
      .on(t.groupId, t.subjectKind, t.subjectNumber)
      .where(sql`to_at is null`),
    check('dri_why', sql`${t.why} in ('took', 'assigned', 'handed_over')`),
    check('dri_hand_over_context', sql`${t.why} <> 'handed_over' or ${t.context} ~ '\\S'`),
  ],
)

/**
 * Handbook: "If no one volunteers, we discuss why". A row says so of an issue; it stands while no DRI assignment began
 * after it.
 */
export const unclaimed = pgTable(
  'unclaimed',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number').notNull(),
    reason: text('reason').$type<UnclaimedReason>().notNull(),
    /** What is said beside the reason; of another reason, all of it. */
    note: text('note').notNull(),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
    /** Taken back. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('unclaimed_issue').on(t.groupId, t.issueNumber, t.id),
    check('unclaimed_reason', sql`${t.reason} in ('not_a_priority', 'overloaded', 'missing_skill', 'other')`),
    check('unclaimed_reason_said', sql`${t.reason} <> 'other' or ${t.note} ~ '\\S'`),
  ],
)
