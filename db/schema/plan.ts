import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

const STEP = `in ('planning-issue', 'refinement', 'candidates', 'capacity', 'weights', 'session', 'assignment')`

/** Where a group does a step of planning at another time, or by another role, than is usual. */
export const planSteps = pgTable(
  'plan_steps',
  {
    groupId: groupId().references(() => groups.id),
    step: text('step').notNull(),
    /** Working days before the start of the milestone. */
    dueBefore: integer('due_before').notNull(),
    owner: text('owner').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.step] }),
    check('plan_steps_step', sql`${t.step} ${sql.raw(STEP)}`),
    check('plan_steps_due', sql`${t.dueBefore} between 0 and 130`),
    check('plan_steps_owner', sql`${t.owner} in ('pm', 'em')`),
  ],
)

/** What PM and EM note at a step of planning a milestone. */
export const planNotes = pgTable(
  'plan_notes',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    step: text('step').notNull(),
    body: text('body').notNull(),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.step] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    check('plan_notes_step', sql`${t.step} ${sql.raw(STEP)}`),
    check('plan_notes_body', sql`btrim(${t.body}) <> ''`),
  ],
)

/** Handbook: "Joint planning session to finalise the planning board (PM, EM)". One for each milestone. */
export const planSessions = pgTable(
  'plan_sessions',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    at: instant('at').notNull(),
    byId: personId('by_id').references(() => people.id),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Came with the sample, and goes with it. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    check(
      'plan_sessions_ended',
      sql`${t.endedAt} is null or (${t.startedAt} is not null and ${t.endedAt} >= ${t.startedAt})`,
    ),
  ],
)

export const planInvitations = pgTable(
  'plan_invitations',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    /** Null until they answer. */
    accepted: boolean('accepted'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.personId] }),
    foreignKey({
      name: 'plan_invitations_session',
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [planSessions.groupId, planSessions.milestoneId],
    }).onDelete('cascade'),
    index('plan_invitations_person').on(t.groupId, t.personId),
  ],
)
