import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { HAND_KINDS } from '#lib/domain/hands.ts'
import type { HandKind } from '#lib/domain/hands.ts'
import { groupId, instant, personId } from './columns.ts'
import { epics } from './epics.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

const oneOf = sql.raw(HAND_KINDS.map((one) => `'${one}'`).join(', '))

/** Handbook › Raising hands early: "If you're stuck, overloaded, or realize the work is bigger than expected". */
export const hands = pgTable(
  'hands',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    /** What it is about, at most one of both; neither for the person who raised it. */
    issueNumber: integer('issue_number'),
    epicNumber: integer('epic_number'),
    kind: text('kind').$type<HandKind>().notNull(),
    ask: text('ask').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    raisedAt: instant('raised_at').notNull(),
    helperId: personId('helper_id').references(() => people.id),
    helpedAt: instant('helped_at'),
    loweredById: personId('lowered_by_id').references(() => people.id),
    loweredAt: instant('lowered_at'),
    /** How it ended. */
    how: text('how'),
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
    index('hands_issue').on(t.groupId, t.issueNumber),
    index('hands_epic').on(t.groupId, t.epicNumber),
    index('hands_raised').on(t.groupId, t.raisedAt),
    index('hands_open')
      .on(t.groupId, t.id)
      .where(sql`lowered_at is null`),
    check('hands_kind', sql`${t.kind} in (${oneOf})`),
    check('hands_ask', sql`${t.ask} ~ '\\S'`),
    check('hands_about_one', sql`${t.issueNumber} is null or ${t.epicNumber} is null`),
    check('hands_helped', sql`(${t.helperId} is null) = (${t.helpedAt} is null)`),
    check('hands_helped_by_another', sql`${t.helperId} <> ${t.personId}`),
    check('hands_lowered', sql`(${t.loweredAt} is null) = (${t.how} is null)`),
  ],
)
