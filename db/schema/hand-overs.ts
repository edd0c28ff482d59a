import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'
import { subjectColumns, subjectRules } from './subject.ts'

/**
 * Handbook: reassigning a DRI happens "explicitly (not by drift) and with enough context handed over". A row is an offer
 * that waits for whoever shall take over, until it has an outcome; it is never deleted. One waits per subject at most.
 */
export const handOvers = pgTable(
  'hand_overs',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ...subjectColumns(),
    /** Who drives it until `toId` has accepted. */
    fromId: personId('from_id')
      .notNull()
      .references(() => people.id),
    toId: personId('to_id')
      .notNull()
      .references(() => people.id),
    /** What is done, which threads are open, the next step. */
    context: text('context').notNull(),
    byId: personId('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    /** `overtaken`: another person became the DRI meanwhile, by the EM's word. */
    outcome: text('outcome'),
    answeredById: personId('answered_by_id').references(() => people.id),
    answeredAt: instant('answered_at'),
    /** Why it was declined. */
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    ...subjectRules('hand_overs', t),
    index('hand_overs_issue').on(t.groupId, t.issueNumber),
    uniqueIndex('hand_overs_one_waiting')
      .on(t.groupId, t.subjectKind, t.subjectNumber)
      .where(sql`outcome is null`),
    // Each card asks for the one that waits.
    index('hand_overs_waiting')
      .on(t.groupId, t.issueNumber)
      .where(sql`outcome is null`),
    index('hand_overs_to')
      .on(t.groupId, t.toId)
      .where(sql`outcome is null`),
    check('hand_overs_outcome', sql`${t.outcome} in ('accepted', 'declined', 'withdrawn', 'overtaken')`),
    check('hand_overs_context', sql`${t.context} ~ '\\S'`),
    check('hand_overs_others', sql`${t.fromId} <> ${t.toId}`),
    check('hand_overs_answered', sql`(${t.outcome} is null) = (${t.answeredAt} is null)`),
    check(
      'hand_overs_reason',
      sql`(${t.outcome} is not distinct from 'declined') = (${t.reason} is not null)`,
    ),
    check('hand_overs_reason_said', sql`${t.reason} ~ '\\S'`),
  ],
)
