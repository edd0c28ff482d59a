import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { issues } from './issues.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

/**
 * What became of each issue that was assigned in a milestone, as of the end of its due day, or of its closing if that came
 * before. The database refuses every change; the rows go when a milestone that was closed early is reopened within a day,
 * and with the sample.
 */
export const milestoneOutcomes = pgTable(
  'milestone_outcomes',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    issueNumber: integer('issue_number').notNull(),
    /** At the end of the milestone; 0 for the original of a split, null for what had no weight. */
    weight: integer('weight'),
    /** The weight with which it came on the Build Board. */
    firstWeight: integer('first_weight'),
    /** Of that moment, like the DRI and the type of work. The team may be gone since. */
    teamId: integer('team_id'),
    driId: personId('dri_id').references(() => people.id),
    workType: text('work_type'),
    /** Assigned when the milestone started; otherwise it came later. */
    assignedAtStart: boolean('assigned_at_start').notNull(),
    /** When it came on the Build Board, for the stay by which it counts. */
    enteredAt: instant('entered_at').notNull(),
    /** Whether it lay there still. */
    onBoard: boolean('on_board').notNull(),
    outcome: text('outcome').notNull(),
    /** The moment as of which all of this is so. */
    frozenAt: instant('frozen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.issueNumber] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('milestone_outcomes_issue').on(t.groupId, t.issueNumber),
    check('milestone_outcomes_outcome', sql`${t.outcome} in ('completed', 'slipped', 'reprioritised')`),
    check('milestone_outcomes_type', sql`${t.workType} in ('bug', 'maintenance', 'feature', 'ignore')`),
  ],
)

/**
 * What the closing of a milestone added to the outcome of an issue: where it went, and why it slipped. The database
 * refuses every change; the rows go when the milestone is reopened within a day, and with the sample.
 */
export const milestoneSlips = pgTable(
  'milestone_slips',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    issueNumber: integer('issue_number').notNull(),
    closedAt: instant('closed_at').notNull(),
    /** next, shelf or none for what was open; null for what was closed or had left by then. */
    destinationKind: text('destination_kind'),
    /** The milestone or shelf, which may be gone since. */
    destinationId: integer('destination_id'),
    /** Null where none was asked for. */
    slipReason: text('slip_reason'),
    slipText: text('slip_text').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.issueNumber] }),
    foreignKey({
      name: 'milestone_slips_outcome',
      columns: [t.groupId, t.milestoneId, t.issueNumber],
      foreignColumns: [
        milestoneOutcomes.groupId,
        milestoneOutcomes.milestoneId,
        milestoneOutcomes.issueNumber,
      ],
    }).onDelete('cascade'),
    check(
      'milestone_slips_destination',
      sql`${t.destinationKind} in ('next', 'shelf', 'none')
        and (${t.destinationKind} = 'none') = (${t.destinationId} is null)
        or ${t.destinationKind} is null and ${t.destinationId} is null`,
    ),
    check(
      'milestone_slips_reason',
      sql`${t.slipReason} in ('blocked', 'bigger', 'rfh', 'time_off', 'scope', 'deprioritised', 'other')
        or ${t.slipReason} is null and ${t.slipText} = ''`,
    ),
  ],
)

/**
 * When an issue was on the Build Board of a milestone: in it, with the label of the group and Deliverable, all at once, by
 * what labels meant then. Derived from the events named, in their transactions, and rebuilt from them at any time.
 */
export const buildSpans = pgTable(
  'build_spans',
  {
    groupId: groupId(),
    issueNumber: integer('issue_number').notNull(),
    milestoneId: integer('milestone_id').notNull(),
    fromAt: instant('from_at').notNull(),
    fromEvent: bigint('from_event', { mode: 'number' }).notNull(),
    /** Null while it is there. */
    untilAt: instant('until_at'),
    untilEvent: bigint('until_event', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.issueNumber, t.fromEvent] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    index('build_spans_milestone').on(t.groupId, t.milestoneId),
    check(
      'build_spans_end',
      sql`(${t.untilAt} is null) = (${t.untilEvent} is null) and ${t.untilAt} >= ${t.fromAt}`,
    ),
  ],
)
