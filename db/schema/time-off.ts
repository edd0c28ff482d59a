import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { FEED_PARTS } from '#lib/domain/calendar/feed-names.ts'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

/**
 * When a person of the group is away: first and last day, both included, or half of them. A removed entry keeps its row, so
 * that it can come back as what it was. No two entries of a person overlap, which the guards say.
 */
export const timeOff = pgTable(
  'time_off',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    /** Away from noon of the first day, and until noon of the last. */
    fromNoon: boolean('from_noon').notNull().default(false),
    untilNoon: boolean('until_noon').notNull().default(false),
    /** The version of its details that holds. */
    details: integer('details').notNull().default(1),
    /** Goes with the sample world. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    check('time_off_days', sql`${t.fromOn} <= ${t.toOn}`),
    check('time_off_halves', sql`not (${t.fromOn} = ${t.toOn} and ${t.fromNoon} and ${t.untilNoon})`),
    index('time_off_days_of').on(t.groupId, t.toOn, t.fromOn),
  ],
)

/**
 * Why a person is away, for them and the engineering manager alone. It stands apart from the ledger, which is read by the
 * whole group and never forgets; an edit adds a version, so that it can be taken back.
 */
export const timeOffDetails = pgTable(
  'time_off_details',
  {
    groupId: groupId(),
    entryId: integer('entry_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.entryId, t.version] }),
    foreignKey({ columns: [t.groupId, t.entryId], foreignColumns: [timeOff.groupId, timeOff.id] }).onDelete(
      'cascade',
    ),
    check('time_off_details_kind', sql`${t.kind} in ('vacation', 'public', 'sick', 'other')`),
  ],
)

/** How a person works from a day on: where, for the public holidays, and how much on each day of the week. */
export const workingTimes = pgTable(
  'working_times',
  {
    groupId: groupId().references(() => groups.id),
    personId: personId()
      .notNull()
      .references(() => people.id),
    fromOn: date('from_on').notNull(),
    /** ISO 3166: “DE” and “BY”; both empty for those of the group. */
    country: text('country').notNull().default(''),
    region: text('region').notNull().default(''),
    /** Half days from Monday to Sunday: 2 for a whole day, 0 for a day off. */
    week: integer('week').array().notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId, t.fromOn] }),
    check(
      'working_times_week',
      sql`cardinality(${t.week}) = 7 and 0 <= all(${t.week}) and 2 >= all(${t.week})`,
    ),
  ],
)

/** Days on which the whole group is off, beside public holidays. */
export const daysOff = pgTable(
  'days_off',
  {
    groupId: groupId().references(() => groups.id),
    day: date('day').notNull(),
    name: text('name').notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.day] }),
    check('days_off_name', sql`length(btrim(${t.name})) between 1 and 80`),
  ],
)

/**
 * The address of a calendar: of absences, their owner's or the group's as its owner may see it, and of what else `parts` names. `token` holds the SHA-256 of
 * what the address carries.
 */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    groupId: groupId().references(() => groups.id),
    personId: personId()
      .notNull()
      .references(() => people.id),
    of: text('of').notNull(),
    token: text('token').notNull(),
    createdAt: createdAt(),
    /** What is in it. */
    parts: text('parts').array().notNull().default(['away']),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId, t.of] }),
    unique('calendar_feeds_token').on(t.token),
    check('calendar_feeds_of', sql`${t.of} in ('me', 'group')`),
    check(
      'calendar_feeds_parts',
      sql`cardinality(${t.parts}) > 0 and ${t.parts} <@ array[${sql.raw(FEED_PARTS.map((one) => `'${one}'`).join(', '))}]::text[]`,
    ),
  ],
)
