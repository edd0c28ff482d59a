import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { PlanningBlocks } from '#lib/domain/planning-issue/blocks.ts'
import { comments } from './comments.ts'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { epics } from './epics.ts'
import { groups } from './groups.ts'
import { issues } from './issues.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

/** Every version of the template that a group wrote; the highest is the one in use. */
export const planningTemplates = pgTable(
  'planning_templates',
  {
    groupId: groupId().references(() => groups.id),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.version] }),
    check('planning_templates_version', sql`${t.version} > 0`),
    check('planning_templates_title', sql`length(btrim(${t.title})) between 1 and 200`),
  ],
)

/** What an issue of the kind `planning` has beside other issues. One for each milestone. */
export const planningIssues = pgTable(
  'planning_issues',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    issueNumber: integer('issue_number').notNull(),
    /** Null for the template that every group begins with. */
    templateVersion: integer('template_version'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId] }),
    unique('planning_issues_issue').on(t.groupId, t.issueNumber),
    foreignKey({ columns: [t.groupId, t.milestoneId], foreignColumns: [milestones.groupId, milestones.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.templateVersion],
      foreignColumns: [planningTemplates.groupId, planningTemplates.version],
    }),
  ],
)

/** What a milestone is for, in order: an issue or an epic, with the teams and the goal in one sentence. */
export const planningPriorities = pgTable(
  'planning_priorities',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    position: integer('position').notNull(),
    issueNumber: integer('issue_number'),
    epicNumber: integer('epic_number'),
    /** Ids of teams; empty for those of the work itself. One that was removed since is not shown. */
    teamIds: integer('team_ids').array().notNull(),
    goal: text('goal').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.position] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [planningIssues.groupId, planningIssues.milestoneId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.epicNumber],
      foreignColumns: [epics.groupId, epics.number],
    }).onDelete('cascade'),
    unique('planning_priorities_once')
      .on(t.groupId, t.milestoneId, t.issueNumber, t.epicNumber)
      .nullsNotDistinct(),
    index('planning_priorities_issue').on(t.groupId, t.issueNumber),
    index('planning_priorities_epic').on(t.groupId, t.epicNumber),
    check('planning_priorities_subject', sql`num_nonnulls(${t.issueNumber}, ${t.epicNumber}) = 1`),
  ],
)

/** The data blocks as they were when the planning issue was frozen, of everything; who reads sees of it what they may. */
export const planningFreezes = pgTable(
  'planning_freezes',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    at: instant('at').notNull(),
    byId: personId('by_id').references(() => people.id),
    blocks: jsonb('blocks').$type<PlanningBlocks>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [planningIssues.groupId, planningIssues.milestoneId],
    }).onDelete('cascade'),
  ],
)

/** Comments that say capacity and DRIs; one that is taken back was never posted. */
export const planningPosts = pgTable(
  'planning_posts',
  {
    groupId: groupId(),
    commentId: integer('comment_id').notNull(),
    milestoneId: integer('milestone_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.commentId] }),
    foreignKey({
      columns: [t.groupId, t.commentId],
      foreignColumns: [comments.groupId, comments.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [planningIssues.groupId, planningIssues.milestoneId],
    }).onDelete('cascade'),
    index('planning_posts_milestone').on(t.groupId, t.milestoneId),
  ],
)
