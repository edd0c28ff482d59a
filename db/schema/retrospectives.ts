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
} from 'drizzle-orm/pg-core'
import { ACTION_STATES, type ActionState } from '#lib/domain/retrospectives/actions.ts'
import type { Minutes } from '#lib/domain/retrospectives/facts.ts'
import { POINT_KINDS, type PointKind } from '#lib/domain/retrospectives/retrospectives.ts'
import { groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((one) => `'${one}'`).join(', '))
const byPerson = (name: string) => personId(name).references(() => people.id)
const ofMonth = () => text('month').notNull()

/** Handbook › Cadence: "Retrospective on process health", one a month. */
export const retrospectives = pgTable(
  'retrospectives',
  {
    groupId: groupId(),
    /** Of the group’s calendar, as `2026-11`. */
    month: ofMonth(),
    begunById: byPerson('begun_by_id').notNull(),
    begunAt: instant('begun_at').notNull(),
    /** Until then only its writer reads a point. */
    openedById: byPerson('opened_by_id'),
    openedAt: instant('opened_at'),
    closedById: byPerson('closed_by_id'),
    closedAt: instant('closed_at'),
    /** What was on the table, as it was when it was closed. */
    minutes: jsonb('minutes').$type<Minutes>(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.month] }),
    check('retrospectives_month', sql`${t.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('retrospectives_opened', sql`(${t.openedById} is null) = (${t.openedAt} is null)`),
    check('retrospectives_closed', sql`(${t.closedById} is null) = (${t.closedAt} is null)`),
    check('retrospectives_minutes', sql`(${t.minutes} is null) = (${t.closedAt} is null)`),
    check('retrospectives_closed_open', sql`${t.closedAt} is null or ${t.openedAt} is not null`),
  ],
)

export const retrospectivePoints = pgTable(
  'retrospective_points',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    month: ofMonth(),
    kind: text('kind').$type<PointKind>().notNull(),
    text: text('text').notNull(),
    /** Who is thanked. */
    toId: byPerson('to_id'),
    authorId: byPerson('author_id').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** No longer stands; kept until the points are opened, so that it can come back. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      name: 'retrospective_points_month_fk',
      columns: [t.groupId, t.month],
      foreignColumns: [retrospectives.groupId, retrospectives.month],
    }).onDelete('cascade'),
    index('retrospective_points_month').on(t.groupId, t.month),
    check('retrospective_points_kind', sql`${t.kind} in (${oneOf(POINT_KINDS)})`),
    check('retrospective_points_text', sql`${t.text} ~ '\\S'`),
    check('retrospective_points_thanks', sql`(${t.kind} = 'thanks') = (${t.toId} is not null)`),
    check('retrospective_points_to_another', sql`${t.toId} <> ${t.authorId}`),
  ],
)

/** One a person and point. Who voted is kept to count each vote once, and never shown. */
export const retrospectiveVotes = pgTable(
  'retrospective_votes',
  {
    groupId: groupId(),
    pointId: integer('point_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.pointId, t.personId] }),
    foreignKey({
      name: 'retrospective_votes_point_fk',
      columns: [t.groupId, t.pointId],
      foreignColumns: [retrospectivePoints.groupId, retrospectivePoints.id],
    }).onDelete('cascade'),
  ],
)

/** What was agreed on: it goes on into each next retrospective until it is over. */
export const retrospectiveActions = pgTable(
  'retrospective_actions',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    month: ofMonth(),
    text: text('text').notNull(),
    ownerId: byPerson('owner_id').notNull(),
    dueOn: date('due_on').notNull(),
    createdAt: instant('created_at').notNull(),
    state: text('state').$type<ActionState>().notNull().default('open'),
    endedById: byPerson('ended_by_id'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      name: 'retrospective_actions_month_fk',
      columns: [t.groupId, t.month],
      foreignColumns: [retrospectives.groupId, retrospectives.month],
    }).onDelete('cascade'),
    index('retrospective_actions_month').on(t.groupId, t.month),
    index('retrospective_actions_open')
      .on(t.groupId, t.id)
      .where(sql`state = 'open'`),
    check('retrospective_actions_state', sql`${t.state} in (${oneOf(ACTION_STATES)})`),
    check('retrospective_actions_text', sql`${t.text} ~ '\\S'`),
    check('retrospective_actions_ended', sql`(${t.state} = 'open') = (${t.endedAt} is null)`),
  ],
)
