import { boolean, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

export const comments = pgTable(
  'comments',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    issueNumber: integer('issue_number').notNull(),
    authorId: personId('author_id')
      .notNull()
      .references(() => people.id),
    body: text('body').notNull(),
    editedAt: instant('edited_at'),
    version: integer('version').notNull().default(1),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    foreignKey({
      columns: [t.groupId, t.issueNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('comments_issue').on(t.groupId, t.issueNumber, t.createdAt),
  ],
)
