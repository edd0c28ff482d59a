import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
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
    /** When we learned it; it rises with the number. */
    at: instant('at').notNull(),
    /** When it was so: when we learned it, or before, where it is brought in from elsewhere. */
    happenedAt: instant('happened_at').notNull(),
    /** What it is about, as `subjectOf` says. */
    subjectKind: text('subject_kind').notNull(),
    subjectKey: text('subject_key').notNull(),
    issueNumber: integer('issue_number').generatedAlwaysAs(
      sql`case when subject_kind = 'issue' then subject_key::integer end`,
    ),
    /** The version of the vocabulary in which `data` is written. */
    version: smallint('version').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    hash: bytes('hash').notNull(),
    xact: transactionNumber('xact').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.number] }),
    check('events_happened', sql`${t.happenedAt} <= ${t.at}`),
    index('events_issue').on(t.groupId, t.issueNumber, t.number),
    index('events_subject')
      .on(t.groupId, t.subjectKind, t.subjectKey, t.number)
      .where(sql`subject_kind <> 'issue'`),
    // What the journal of an epic asks for beside the epic's own events: issues that came and went.
    index('events_epic_from')
      .on(t.groupId, sql`(data->'from'->>'id')`)
      .where(sql`type = 'issue.epic_set'`),
    index('events_epic_to')
      .on(t.groupId, sql`(data->'to'->>'id')`)
      .where(sql`type = 'issue.epic_set'`),
    index('events_epic_begun')
      .on(t.groupId, sql`(data->'epic'->>'id')`)
      .where(sql`type = 'issue.created'`),
    // What was committed of a milestone begins with the issues that were planned for it.
    index('events_planned')
      .on(t.groupId, sql`(data->'to'->>'id')`)
      .where(sql`type = 'issue.milestone_set'`),
    index('events_planned_begun')
      .on(t.groupId, sql`(data->'milestone'->>'id')`)
      .where(sql`type = 'issue.created'`),
    index('events_undoing')
      .on(t.groupId, t.number)
      .where(sql`data ? 'undoes'`),
    // Few issues are opened again; how long each was closed is asked of its events.
    index('events_reopening')
      .on(t.groupId, t.issueNumber)
      .where(sql`type = 'issue.reopened' or (type = 'issue.moved' and data ? 'reopened')`),
    // Few acts give others new ranks; a look at how issues lay in the past needs them all.
    index('events_spread')
      .on(t.groupId, t.number)
      .where(sql`data ? 'spread'`),
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
