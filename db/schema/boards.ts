import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId } from './columns.ts'
import { groups } from './groups.ts'
import { labels } from './labels.ts'
import { milestones } from './milestones.ts'

/** A board is a filter and an ordered list of columns; it owns no issue. */
export const boards = pgTable(
  'boards',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    /** Which milestone the board shows unless the reader picks one: current, next, a fixed one, or any. */
    milestoneRule: text('milestone_rule').notNull(),
    milestoneId: integer('milestone_id'),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('boards_slug').on(t.groupId, t.slug),
    foreignKey({ columns: [t.groupId, t.milestoneId], foreignColumns: [milestones.groupId, milestones.id] }),
    check('boards_kind', sql`${t.kind} in ('planning', 'build', 'next-1-3', 'next-4-6', 'custom')`),
    check('boards_milestone', sql`${t.milestoneRule} in ('current', 'next', 'fixed', 'any')`),
    check('boards_fixed', sql`(${t.milestoneRule} = 'fixed') = (${t.milestoneId} is not null)`),
  ],
)

/** Labels that an issue must carry to be on the board. */
export const boardLabels = pgTable(
  'board_labels',
  { groupId: groupId(), boardId: integer('board_id').notNull(), labelId: integer('label_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.groupId, t.boardId, t.labelId] }),
    foreignKey({ columns: [t.groupId, t.boardId], foreignColumns: [boards.groupId, boards.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.labelId], foreignColumns: [labels.groupId, labels.id] }),
  ],
)

export const boardColumns = pgTable(
  'board_columns',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    boardId: integer('board_id').notNull(),
    labelId: integer('label_id').notNull(),
    position: integer('position').notNull(),
    wipCount: integer('wip_count'),
    wipWeight: integer('wip_weight'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('board_columns_label').on(t.groupId, t.boardId, t.labelId),
    foreignKey({ columns: [t.groupId, t.boardId], foreignColumns: [boards.groupId, boards.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.labelId], foreignColumns: [labels.groupId, labels.id] }),
  ],
)
