import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { AGENDA_SOURCES, type AgendaEntry, type AgendaSource } from '#lib/domain/syncs/agenda.ts'
import { SYNC_STATES, type SyncState } from '#lib/domain/syncs/next.ts'
import { SYNC_OUTCOMES, type SyncOutcome } from '#lib/domain/syncs/outcomes.ts'
import { groupId, instant, personId } from './columns.ts'
import { epics } from './epics.ts'
import { groups } from './groups.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

const listed = (values: readonly string[]) => sql.raw(values.map((one) => `'${one}'`).join(', '))

/** Handbook › Cadence: the weekly sync, held or skipped. One runs at a time. */
export const syncs = pgTable(
  'syncs',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    day: date('day').notNull(),
    state: text('state').$type<SyncState>().notNull(),
    /** Who leads it; of a week without one, who said so. */
    leadId: personId('lead_id').references(() => people.id),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** What it began with, and once it is over what it ended with, in its order. */
    agenda: jsonb('agenda').$type<AgendaEntry[]>().notNull(),
    /** Keys of items that were over at its end without an outcome. */
    over: text('over').array().notNull(),
    /** Who was there, by id. */
    attended: text('attended').array().notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    uniqueIndex('syncs_running')
      .on(t.groupId)
      .where(sql`state = 'running'`),
    index('syncs_day').on(t.groupId, t.day),
    check('syncs_state', sql`${t.state} in (${listed(SYNC_STATES)})`),
    check('syncs_started', sql`(${t.state} = 'skipped') = (${t.startedAt} is null)`),
    check('syncs_ended', sql`(${t.state} = 'running') = (${t.endedAt} is null)`),
  ],
)

/** A point that a person adds to the next sync; it stays until an outcome settles it. */
export const syncPoints = pgTable(
  'sync_points',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    text: text('text').notNull(),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.id] }), check('sync_points_text', sql`${t.text} ~ '\\S'`)],
)

/** What came of an item: of which sync, and by which act. */
export const syncOutcomes = pgTable(
  'sync_outcomes',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    /** Null while it waits for the next sync to take it up. */
    syncId: integer('sync_id'),
    item: text('item').notNull(),
    issueNumber: integer('issue_number'),
    epicNumber: integer('epic_number'),
    /** Why it was on the agenda. */
    source: text('source').$type<AgendaSource>().notNull(),
    because: text('because').notNull(),
    kind: text('kind').$type<SyncOutcome>().notNull(),
    personId: personId().references(() => people.id),
    day: date('day'),
    text: text('text').notNull(),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
    /** The first event of the act that it caused, which is undone by it; its own. */
    event: integer('event').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({ columns: [t.groupId, t.syncId], foreignColumns: [syncs.groupId, syncs.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.epicNumber],
      foreignColumns: [epics.groupId, epics.number],
    }).onDelete('cascade'),
    index('sync_outcomes_sync').on(t.groupId, t.syncId),
    index('sync_outcomes_item').on(t.groupId, t.item),
    index('sync_outcomes_issue').on(t.groupId, t.issueNumber),
    index('sync_outcomes_epic').on(t.groupId, t.epicNumber),
    check('sync_outcomes_source', sql`${t.source} in (${listed(AGENDA_SOURCES)})`),
    check('sync_outcomes_kind', sql`${t.kind} in (${listed(SYNC_OUTCOMES)})`),
    check('sync_outcomes_about_one', sql`${t.issueNumber} is null or ${t.epicNumber} is null`),
  ],
)

/** When a person looked at a sync last, and at which item: who is here while it runs, and what is new to them afterwards. */
export const syncVisits = pgTable(
  'sync_visits',
  {
    groupId: groupId(),
    syncId: integer('sync_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    seenAt: instant('seen_at').notNull(),
    item: text('item'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.syncId, t.personId] }),
    foreignKey({ columns: [t.groupId, t.syncId], foreignColumns: [syncs.groupId, syncs.id] }).onDelete(
      'cascade',
    ),
    index('sync_visits_person').on(t.personId),
  ],
)
