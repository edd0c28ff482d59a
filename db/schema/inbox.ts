import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { INBOX_KINDS } from '#lib/domain/telling.ts'
import { groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'
import { subjectColumns, subjectRules, toldColumns, toldRules } from './subject.ts'

/** What an event asks of a person or tells them, written with the event; done and snoozed are their own business. */
export const inboxItems = pgTable(
  'inbox_items',
  {
    groupId: groupId(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    eventNumber: bigint('event_number', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    ...toldColumns(),
    at: instant('at').notNull(),
    doneAt: instant('done_at'),
    snoozedUntil: instant('snoozed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId, t.eventNumber] }),
    ...toldRules('inbox_items', t),
    index('inbox_items_issue').on(t.groupId, t.issueNumber),
    index('inbox_items_open')
      .on(t.groupId, t.personId, t.at)
      .where(sql`done_at is null`),
    check(
      'inbox_items_kind',
      sql`${t.kind} in (${sql.raw(INBOX_KINDS.map((one) => `'${one}'`).join(', '))})`,
    ),
  ],
)

/** Who follows a subject, or has asked not to be told of it (`muted`). */
export const watches = pgTable(
  'watches',
  {
    groupId: groupId(),
    ...subjectColumns(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    muted: boolean('muted').notNull().default(false),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.subjectKind, t.subjectNumber, t.personId] }),
    index('watches_issue').on(t.groupId, t.issueNumber, t.personId),
    ...subjectRules('watches', t),
  ],
)
