import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { groupId, searchText } from './columns.ts'
import { groups } from './groups.ts'

/**
 * What can be found by its words, kept by triggers on the tables it comes from. It stands apart from them, so that
 * moving a card does not write its words anew. `key` is the number of an issue or an epic, else the id of the row.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    groupId: groupId().references(() => groups.id),
    kind: text('kind').notNull(),
    key: integer('key').notNull(),
    /** The issue that a comment belongs to, or the issue itself: a person who may not see it does not find it. */
    issueNumber: integer('issue_number'),
    title: text('title').notNull(),
    words: searchText('words').notNull(),
    /** Title and text as `folded` has them, in which any part of a word is found. */
    plain: text('plain').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.kind, t.key] }),
    index('search_documents_words').using('gin', t.groupId, t.words),
    index('search_documents_plain').using('gin', t.groupId, sql`plain gin_trgm_ops`),
    // Of a word that is everywhere the newest documents are read until there are enough.
    index('search_documents_newest').on(t.groupId, t.key),
    index('search_documents_title').using('gin', t.groupId, sql`title gin_trgm_ops`),
    check('search_documents_kind', sql`${t.kind} in ('issue', 'epic', 'comment', 'scope', 'boundary')`),
  ],
)
