import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, groupId, instant, personId, transactionNumber } from './columns.ts'
import { groups } from './groups.ts'

/**
 * The ledger: one row a change, gapless per group, in commit order, each with the hash of the one before.
 * Written by `record_event` alone; the database refuses UPDATE, DELETE and TRUNCATE.
 */
export const events = pgTable(
  'events',
  {
    groupId: groupId().references(() => groups.id),
    number: bigint('number', { mode: 'number' }).notNull(),
    type: text('type').notNull(),
    /** Null when the clock acted. */
    actorId: personId('actor_id'),
    at: instant('at').notNull(),
    issueNumber: integer('issue_number'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    hash: bytes('hash').notNull(),
    xact: transactionNumber('xact').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.number] }),
    index('events_issue').on(t.groupId, t.issueNumber, t.number),
  ],
)

/** The answer to a POST, kept with the change it made: a retry gets the same answer and changes nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    groupId: groupId().references(() => groups.id),
    personId: personId().notNull(),
    key: text('key').notNull(),
    endpoint: text('endpoint').notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: jsonb('answer').$type<unknown>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId, t.key] }),
    index('idempotency_keys_age').on(t.createdAt),
  ],
)
