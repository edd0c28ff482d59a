import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant } from './columns.ts'
import { groups } from './groups.ts'

/** Timeboxed milestones have two inclusive days in the group's zone; shelves have none. No two timeboxes overlap. */
export const milestones = pgTable(
  'milestones',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    title: text('title').notNull(),
    slug: text('slug').notNull(),
    startOn: date('start_on'),
    dueOn: date('due_on'),
    /** next-1-3, next-4-6, backlog, awaiting-feedback, or null for a timebox. */
    shelf: text('shelf'),
    closedAt: instant('closed_at'),
    /** The moment as of which its outcome is frozen: the end of its due day, or its closing if that came before. */
    frozenAt: instant('frozen_at'),
    /** Markdown, and the version of it that an editor has read. */
    goals: text('goals').notNull().default(''),
    goalsVersion: integer('goals_version').notNull().default(1),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('milestones_slug').on(t.groupId, t.slug),
    unique('milestones_title').on(t.groupId, t.title),
    unique('milestones_shelf').on(t.groupId, t.shelf),
    check(
      'milestones_kind',
      sql`(${t.shelf} is null and ${t.startOn} is not null and ${t.dueOn} is not null and ${t.startOn} <= ${t.dueOn})
        or (${t.shelf} is not null and ${t.startOn} is null and ${t.dueOn} is null)`,
    ),
  ],
)
