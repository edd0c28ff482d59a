import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { epics } from './epics.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** Handbook › Communication: a call that async could not replace, noted on the issue or epic that it was about. */
export const calls = pgTable(
  'calls',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number'),
    epicNumber: integer('epic_number'),
    day: date('day').notNull(),
    outcome: text('outcome').notNull(),
    /** Why async was not enough. */
    why: text('why').notNull(),
    /** A link; empty for none. */
    recording: text('recording').notNull(),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
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
    index('calls_issue').on(t.groupId, t.issueNumber),
    index('calls_epic').on(t.groupId, t.epicNumber),
    index('calls_newest').on(t.groupId, t.day, t.id),
    check('calls_about_one', sql`num_nonnulls(${t.issueNumber}, ${t.epicNumber}) = 1`),
    check('calls_outcome', sql`${t.outcome} ~ '\\S' and ${t.why} ~ '\\S'`),
    check('calls_recording', sql`${t.recording} = '' or ${t.recording} ~* '^https://'`),
  ],
)

/** Who was in the call. */
export const callPeople = pgTable(
  'call_people',
  {
    groupId: groupId(),
    callId: integer('call_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.callId, t.personId] }),
    foreignKey({ columns: [t.groupId, t.callId], foreignColumns: [calls.groupId, calls.id] }).onDelete(
      'cascade',
    ),
  ],
)
