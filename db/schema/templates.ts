import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId } from './columns.ts'
import { groups } from './groups.ts'

/** What the description of a new issue starts with; `type` is the meaning of a type label, null for any type. */
export const issueTemplates = pgTable(
  'issue_templates',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    title: text('title').notNull(),
    type: text('type'),
    body: text('body').notNull(),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('issue_templates_title').on(t.groupId, t.title),
    check('issue_templates_title_shape', sql`length(btrim(${t.title})) between 1 and 80`),
  ],
)
