import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { PUSH_BACK_KINDS, PUSH_BACK_STATES, type PushBackKind } from '#lib/domain/push-back-terms.ts'
import { groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'
import { plannedColumns, plannedRules } from './subject.ts'

const listed = (values: readonly string[]) => sql.raw(values.map((one) => `'${one}'`).join(', '))

/**
 * Handbook: "Push back comes with a reason", and it is documented. A row is what was said of some work, known by the
 * number of the event that raised it, with what was decided of it.
 */
export const pushBacks = pgTable(
  'push_backs',
  {
    groupId: groupId(),
    id: integer('id').notNull(),
    ...plannedColumns<PushBackKind>(),
    reason: text('reason').notNull(),
    /** What would change our mind. */
    wouldChange: text('would_change').notNull().default(''),
    /** When it is looked at again. */
    revisitOn: date('revisit_on'),
    raisedById: personId('raised_by_id').references(() => people.id),
    raisedAt: instant('raised_at').notNull(),
    state: text('state').notNull().default('open'),
    note: text('note').notNull().default(''),
    decidedById: personId('decided_by_id').references(() => people.id),
    decidedAt: instant('decided_at'),
    /** The number of the last event about it: who decides says which one they have read. */
    version: bigint('version', { mode: 'number' }).notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    ...plannedRules('push_backs', t, PUSH_BACK_KINDS),
    index('push_backs_revisit')
      .on(t.groupId, t.revisitOn)
      .where(sql`revisit_on is not null`),
    check('push_backs_state', sql`${t.state} in (${listed(PUSH_BACK_STATES)})`),
    check('push_backs_reason', sql`${t.reason} ~ '\\S'`),
    check('push_backs_decided', sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check('push_backs_deferred', sql`${t.state} <> 'deferred' or ${t.revisitOn} is not null`),
  ],
)

/** What a push-back keeps on course; in no order. */
export const pushBackProtects = pgTable(
  'push_back_protects',
  {
    groupId: groupId(),
    pushBackId: integer('push_back_id').notNull(),
    ...plannedColumns<PushBackKind>(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.pushBackId, t.subjectKind, t.subjectKey] }),
    foreignKey({
      columns: [t.groupId, t.pushBackId],
      foreignColumns: [pushBacks.groupId, pushBacks.id],
    }).onDelete('cascade'),
    ...plannedRules('push_back_protects', t, PUSH_BACK_KINDS),
  ],
)
