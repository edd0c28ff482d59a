import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { functionalTeams } from './groups.ts'
import { issues } from './issues.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

const ofMilestone = (t: { groupId: AnyPgColumn; milestoneId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.groupId, t.milestoneId],
    foreignColumns: [milestones.groupId, milestones.id],
  }).onDelete('cascade')

/** Who has triage of a functional team in a week, which is known by its Monday. */
export const triageDuties = pgTable(
  'triage_duties',
  {
    groupId: groupId(),
    teamId: integer('team_id').notNull(),
    weekOn: date('week_on').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.teamId, t.weekOn] }),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }).onDelete('cascade'),
    check('triage_duties_monday', sql`extract(isodow from ${t.weekOn}) = 1`),
  ],
)

/** What the engineering manager puts in the place of a term of a person's capacity, and why. */
export const capacityOverrides = pgTable(
  'capacity_overrides',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    milestoneId: integer('milestone_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    /** Null for all teams of the person. */
    teamId: integer('team_id'),
    /** First day of a week of the milestone; null for all of it. */
    weekOn: date('week_on'),
    term: text('term').notNull(),
    /** Days; a fraction for `share` and `focus`. */
    value: numeric('value', { mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    ofMilestone(t),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }).onDelete('cascade'),
    unique('capacity_overrides_place')
      .on(t.groupId, t.milestoneId, t.personId, t.teamId, t.weekOn, t.term)
      .nullsNotDistinct(),
    index('capacity_overrides_team')
      .on(t.groupId, t.teamId)
      .where(sql`${sql.raw('team_id')} is not null`),
    check(
      'capacity_overrides_term',
      sql`${t.term} in ('workingDays', 'holidays', 'timeOff', 'triageDays', 'share', 'focus')`,
    ),
    check('capacity_overrides_value', sql`${t.value} >= 0`),
    check('capacity_overrides_reason', sql`btrim(${t.reason}) <> ''`),
  ],
)

/** Who says that their days in a milestone are right; a later change of their time off takes the row away. */
export const capacityConfirmations = pgTable(
  'capacity_confirmations',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    confirmedAt: instant('confirmed_at').notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.milestoneId, t.personId] }), ofMilestone(t)],
)

/** How the engineering manager divides the capacity of a milestone: by functional team and priority. */
export const capacityLanes = pgTable(
  'capacity_lanes',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    teamId: integer('team_id').notNull(),
    /** 1 to 4, as in the meaning of labels; 0 for work without one. */
    priority: integer('priority').notNull(),
    weight: numeric('weight', { mode: 'number' }).notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.teamId, t.priority] }),
    ofMilestone(t),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }).onDelete('cascade'),
    index('capacity_lanes_team').on(t.groupId, t.teamId),
    check('capacity_lanes_priority', sql`${t.priority} between 0 and 4`),
    check('capacity_lanes_weight', sql`${t.weight} > 0`),
  ],
)

/** What is left of an open Deliverable of the milestone before, where the engineering manager weighed it anew. */
export const carryOverWeights = pgTable(
  'carry_over_weights',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    issueNumber: integer('issue_number').notNull(),
    weight: integer('weight').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.issueNumber] }),
    ofMilestone(t),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('carry_over_weights_issue').on(t.groupId, t.issueNumber),
    check('carry_over_weights_weight', sql`${t.weight} between 0 and 99`),
  ],
)
