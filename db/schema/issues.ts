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
} from 'drizzle-orm/pg-core'
import { bigint, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId, rankText } from './columns.ts'
import { epics } from './epics.ts'
import { functionalTeams, groups } from './groups.ts'
import { labels } from './labels.ts'
import { milestones } from './milestones.ts'
import { models } from './models.ts'
import { people } from './people.ts'

export const issues = pgTable(
  'issues',
  {
    groupId: groupId().references(() => groups.id),
    number: integer('number').notNull(),
    kind: text('kind').notNull().default('issue'),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    state: text('state').notNull().default('open'),
    closeReason: text('close_reason'),
    closedAt: instant('closed_at'),
    milestoneId: integer('milestone_id'),
    epicNumber: integer('epic_number'),
    teamId: integer('team_id'),
    /** The model that it adds. */
    modelId: integer('model_id'),
    /** 1 is about two working days; null while nobody has weighed it. */
    weight: integer('weight'),
    /** The open row of `dri_assignments`, cached here so that taking an issue is one conditional update. */
    driId: personId('dri_id'),
    health: text('health'),
    dueOn: date('due_on'),
    confidential: boolean('confidential').notNull().default(false),
    /** Handbook: "the scope of the spike should be clearly stated". */
    spikeScope: text('spike_scope'),
    /** Its place on all boards but the planning board, whose curated order is its own. */
    rank: rankText('rank').notNull(),
    planRank: rankText('plan_rank').notNull(),
    /** Grows with each change of a text; an editor that holds an older one is told so. */
    version: integer('version').notNull().default(1),
    authorId: personId('author_id'),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.number] }),
    foreignKey({ columns: [t.groupId, t.milestoneId], foreignColumns: [milestones.groupId, milestones.id] }),
    foreignKey({ columns: [t.groupId, t.epicNumber], foreignColumns: [epics.groupId, epics.number] }),
    foreignKey({
      columns: [t.groupId, t.teamId],
      foreignColumns: [functionalTeams.groupId, functionalTeams.id],
    }),
    foreignKey({ columns: [t.groupId, t.modelId], foreignColumns: [models.groupId, models.id] }),
    foreignKey({ columns: [t.driId], foreignColumns: [people.id] }),
    foreignKey({ columns: [t.authorId], foreignColumns: [people.id] }),
    unique('issues_rank').on(t.groupId, t.rank),
    unique('issues_plan_rank').on(t.groupId, t.planRank),
    index('issues_milestone').on(t.groupId, t.milestoneId, t.state),
    index('issues_updated').on(t.groupId, t.updatedAt),
    index('issues_epic').on(t.groupId, t.epicNumber),
    index('issues_model')
      .on(t.groupId, t.modelId)
      .where(sql`model_id is not null`),
    // What was open at any time since a day: open still, or closed later.
    index('issues_closed').on(t.groupId, t.closedAt),
    index('issues_sample')
      .on(t.groupId)
      .where(sql`sample`),
    check('issues_kind', sql`${t.kind} in ('issue', 'planning', 'refinement', 'rfh')`),
    check('issues_state', sql`${t.state} in ('open', 'closed')`),
    check('issues_closing', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
    check('issues_reason', sql`${t.closeReason} in ('done', 'duplicate', 'moved', 'wont_do')`),
    check('issues_weight', sql`${t.weight} between 0 and 99`),
    check('issues_title', sql`length(btrim(${t.title})) between 1 and 255`),
  ],
)

/**
 * At most one label of a scope: the scope stands in the key, and the database refuses a second. An import may bring two:
 * each further one is marked with its own id in `beside`, so that it is kept, shown as a conflict, and fixed.
 */
export const issueLabels = pgTable(
  'issue_labels',
  {
    groupId: groupId(),
    issueNumber: integer('issue_number').notNull(),
    labelId: integer('label_id').notNull(),
    /** The label's scope, or `=<id>` for a label without one, so that such labels never exclude each other. */
    scopeKey: text('scope_key').notNull(),
    /** 0, or the label's own id where it came in beside another of its scope. */
    beside: integer('beside').notNull().default(0),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.issueNumber, t.scopeKey, t.beside] }),
    unique('issue_labels_once').on(t.groupId, t.issueNumber, t.labelId),
    check('issue_labels_beside', sql`${t.beside} in (0, ${t.labelId})`),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.groupId, t.labelId], foreignColumns: [labels.groupId, labels.id] }),
    index('issue_labels_label').on(t.groupId, t.labelId),
  ],
)

/** How long an issue carried a label, written when the label comes off: age in a column and blocked time read it. */
export const labelSpans = pgTable(
  'label_spans',
  {
    groupId: groupId(),
    id: bigint('id', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number').notNull(),
    labelId: integer('label_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('label_spans_label').on(t.groupId, t.labelId, t.toAt),
    index('label_spans_issue').on(t.groupId, t.issueNumber),
  ],
)

/** What a blocked issue waits for, and from whom; `untilAt` is set when it moves on. */
export const blocks = pgTable(
  'blocks',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number').notNull(),
    need: text('need').notNull().default(''),
    fromWhom: text('from_whom').notNull().default(''),
    sinceAt: instant('since_at').notNull(),
    untilAt: instant('until_at'),
    byId: personId('by_id').references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('blocks_issue').on(t.groupId, t.issueNumber),
    index('blocks_open')
      .on(t.groupId, t.issueNumber)
      .where(sql`until_at is null`),
  ],
)

export const issueAssignees = pgTable(
  'issue_assignees',
  {
    groupId: groupId(),
    issueNumber: integer('issue_number').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.issueNumber, t.personId] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
  ],
)
