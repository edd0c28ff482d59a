import { sql } from 'drizzle-orm'
import {
  bigint,
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

/** A what-if of the plan of a milestone: nothing of it counts before it is applied. */
export const sandboxes = pgTable(
  'sandboxes',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    milestoneId: integer('milestone_id').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    byId: personId('by_id').references(() => people.id),
    /** The last event that the plan knew when it was opened. */
    baseEvent: bigint('base_event', { mode: 'number' }).notNull(),
    state: text('state').notNull().default('open'),
    endedAt: instant('ended_at'),
    endedById: personId('ended_by_id').references(() => people.id),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    unique('sandboxes_slug').on(t.groupId, t.milestoneId, t.slug),
    check('sandboxes_state', sql`${t.state} in ('open', 'applied', 'dropped')`),
    check('sandboxes_ended', sql`(${t.state} = 'open') = (${t.endedAt} is null)`),
    check('sandboxes_title', sql`length(btrim(${t.title})) between 1 and 80`),
  ],
)

/** One change of a sandbox. What it holds beside follows from what it is; why a person would be away is not asked. */
export const sandboxChanges = pgTable(
  'sandbox_changes',
  {
    groupId: groupId(),
    /** They are in the order of these. */
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    sandboxId: integer('sandbox_id').notNull(),
    what: text('what').notNull(),
    personId: personId().references(() => people.id),
    /** Null for all teams of the person. */
    teamId: integer('team_id'),
    issueNumber: integer('issue_number'),
    fromOn: date('from_on'),
    toOn: date('to_on'),
    fromNoon: boolean('from_noon').notNull().default(false),
    untilNoon: boolean('until_noon').notNull().default(false),
    /** First day of a week of the milestone; null for all of it. */
    weekOn: date('week_on'),
    term: text('term'),
    /** Days, or a fraction. */
    value: numeric('value', { mode: 'number' }),
    /** A candidate or a Deliverable, or none any more. */
    isIn: boolean('is_in'),
    /** What is written beside an override or a new DRI. */
    reason: text('reason').notNull().default(''),
    byId: personId('by_id').references(() => people.id),
    /** The last event that its author could have known. */
    seenEvent: bigint('seen_event', { mode: 'number' }).notNull(),
    /** It was not applied with the others. */
    leftOut: boolean('left_out').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.sandboxId],
      foreignColumns: [sandboxes.groupId, sandboxes.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('sandbox_changes_sandbox').on(t.groupId, t.sandboxId, t.id),
    index('sandbox_changes_issue').on(t.groupId, t.issueNumber),
    index('sandbox_changes_team')
      .on(t.groupId, t.teamId)
      .where(sql`${sql.raw('team_id')} is not null`),
    check(
      'sandbox_changes_what',
      sql`case ${t.what}
        when 'timeOff' then ${t.personId} is not null and ${t.fromOn} <= ${t.toOn} and ${t.toOn} is not null
        when 'timeOffCut' then ${t.personId} is not null and ${t.fromOn} <= ${t.toOn} and ${t.toOn} is not null
        when 'override' then ${t.personId} is not null and ${t.term} is not null and ${t.value} >= 0 and ${t.value} is not null
        when 'focus' then ${t.value} >= 0 and ${t.value} is not null
        when 'candidate' then ${t.issueNumber} is not null and ${t.isIn} is not null
        when 'deliverable' then ${t.issueNumber} is not null and ${t.isIn} is not null
        when 'dri' then ${t.issueNumber} is not null and ${t.personId} is not null
        else false end`,
    ),
  ],
)
