import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, personId } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** How one issue stands to another, read from left to right: it blocks, duplicates, was split into, or relates to it. */
export const issueLinks = pgTable(
  'issue_links',
  {
    groupId: groupId(),
    fromNumber: integer('from_number').notNull(),
    toNumber: integer('to_number').notNull(),
    kind: text('kind').notNull(),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.fromNumber, t.toNumber, t.kind] }),
    foreignKey({
      columns: [t.groupId, t.fromNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.toNumber],
      foreignColumns: [issues.groupId, issues.number],
    }).onDelete('cascade'),
    index('issue_links_to').on(t.groupId, t.toNumber),
    check('issue_links_kind', sql`${t.kind} in ('blocks', 'duplicates', 'split_into', 'relates')`),
    check('issue_links_other', sql`${t.fromNumber} <> ${t.toNumber}`),
  ],
)
