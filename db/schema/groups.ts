import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'

export const groups = pgTable(
  'groups',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    /** What the group is, in the words with which its page begins. */
    summary: text('summary').notNull().default(''),
    vision: text('vision').notNull().default(''),
    mission: text('mission').notNull().default(''),
    channel: text('channel').notNull().default(''),
    namespace: text('namespace').notNull().default(''),
    /** IANA name; turns days into instants and back. */
    zone: text('zone').notNull().default('UTC'),
    /** Handbook: "A weight of 1 is approximately 2 working days of effort." */
    daysPerWeight: numeric('days_per_weight', { mode: 'number' }).notNull().default(2),
    focusFactor: numeric('focus_factor', { mode: 'number' }).notNull().default(1),
    /** Whose public holidays hold, ISO 3166: “DE” and “BY”; empty for none. A person may have others. */
    country: text('country').notNull().default(''),
    region: text('region').notNull().default(''),
    /** Of a working day, in percent, that triage takes in a week of duty. */
    triageShare: integer('triage_share').notNull().default(50),
    /** When the refinement issue of a week is made: 1 = Monday … 7 = Sunday, null for never; and the hour, 0–23. */
    refinementDay: smallint('refinement_day').default(1),
    refinementHour: smallint('refinement_hour').notNull().default(9),
    /** When status updates are due: 1 = Monday … 7 = Sunday. */
    updateDay: smallint('update_day').notNull().default(5),
    /** The weekly sync: 1 = Monday … 7 = Sunday, null for none; from when, HH:MM in the zone; how long, in minutes. */
    syncDay: smallint('sync_day').default(4),
    syncTime: text('sync_time').notNull().default('15:00'),
    syncMinutes: smallint('sync_minutes').notNull().default(30),
    /** How work shall divide by type, in percent: all three, or none. */
    mixBug: integer('mix_bug'),
    mixMaintenance: integer('mix_maintenance'),
    mixFeature: integer('mix_feature'),
    createdAt: createdAt(),
  },
  (t) => [
    check('groups_update_day', sql`${t.updateDay} between 1 and 7`),
    check(
      'groups_mix',
      sql`num_nulls(${t.mixBug}, ${t.mixMaintenance}, ${t.mixFeature}) = 3
      or (num_nulls(${t.mixBug}, ${t.mixMaintenance}, ${t.mixFeature}) = 0 and ${t.mixBug} >= 0 and ${t.mixMaintenance} >= 0 and ${t.mixFeature} >= 0 and ${t.mixBug} + ${t.mixMaintenance} + ${t.mixFeature} = 100)`,
    ),
  ],
)

/**
 * One narrow row a group, locked first by every command: it hands out issue, epic and event numbers, so that
 * events are gapless and commit in the order of their numbers.
 */
export const groupCounters = pgTable('group_counters', {
  groupId: integer('group_id')
    .primaryKey()
    .references(() => groups.id),
  lastEvent: bigint('last_event', { mode: 'number' }).notNull().default(0),
  lastHash: bytes('last_hash')
    .notNull()
    .default(sql`'\\x'::bytea`),
  /** When the newest event was recorded; null before the first. */
  lastAt: instant('last_at'),
  lastIssue: integer('last_issue').notNull().default(0),
  lastEpic: integer('last_epic').notNull().default(0),
  /** False where the spans of the Build Board are still to be derived from events that were recorded before there were any. */
  spansKnown: boolean('spans_known').notNull().default(true),
})

export const groupRoles = pgTable(
  'group_roles',
  {
    groupId: groupId().references(() => groups.id),
    personId: personId()
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    /** Handbook: "Acting Engineering Manager". */
    acting: boolean('acting').notNull().default(false),
    /** How the handbook names the role, e.g. "Principal Product Manager". */
    title: text('title').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId, t.role] }),
    check(
      'group_roles_role',
      sql`${t.role} in ('em', 'pm', 'engineer', 'staff_engineer', 'counterpart', 'stakeholder')`,
    ),
  ],
)

/** Handbook › Cadence: activity, frequency, owner. */
export const groupCadence = pgTable(
  'group_cadence',
  {
    groupId: groupId().references(() => groups.id),
    position: integer('position').notNull(),
    activity: text('activity').notNull(),
    frequency: text('frequency').notNull(),
    owner: text('owner').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.position] })],
)

export const groupChannels = pgTable(
  'group_channels',
  {
    groupId: groupId().references(() => groups.id),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.name] })],
)

export const functionalTeams = pgTable(
  'functional_teams',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    purpose: text('purpose').notNull().default(''),
    /** What the handbook adds below the table of a team's scope. */
    note: text('note').notNull().default(''),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.id] })],
)

/** Who belongs to which functional team, since when and until when: `toOn` is the last day, null while it lasts. */
export const memberships = pgTable(
  'memberships',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    teamId: integer('team_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    /** Share of the person's time, 0–1. */
    share: numeric('share', { mode: 'number' }).notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }),
    check('memberships_kind', sql`${t.kind} in ('main', 'supporting')`),
    check('memberships_share', sql`${t.share} >= 0 and ${t.share} <= 1`),
    check('memberships_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
  ],
)

export const scopeAreas = pgTable(
  'scope_areas',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    teamId: integer('team_id').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }),
  ],
)

/** An area that is not ours, who owns it, and the sentence that draws the line. */
export const boundaries = pgTable(
  'boundaries',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    area: text('area').notNull(),
    owner: text('owner').notNull(),
    /** The owner, where it is another group of this installation; what `owner` says is what the group calls it. */
    ownerGroupId: integer('owner_group_id').references(() => groups.id),
    relationship: text('relationship').notNull(),
    /** The longer sentence of the handbook, where it has one, e.g. "Billing boundary: …". */
    sentence: text('sentence').notNull().default(''),
    /** Our team that faces the owner; null where the handbook names none. */
    teamId: integer('team_id'),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({ columns: [t.groupId], foreignColumns: [groups.id] }),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }),
  ],
)
