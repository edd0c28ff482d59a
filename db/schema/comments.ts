import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { people } from './people.ts'
import { subjectColumns, subjectRules } from './subject.ts'

export const comments = pgTable(
  'comments',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ...subjectColumns(),
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
    ...subjectRules('comments', t),
    index('comments_issue').on(t.groupId, t.issueNumber, t.createdAt),
  ],
)

/** One emoji of one person on one comment; on the comment that mentions them it counts as an acknowledgement. */
export const commentReactions = pgTable(
  'comment_reactions',
  {
    groupId: groupId(),
    commentId: integer('comment_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    emoji: text('emoji').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.commentId, t.personId, t.emoji] }),
    foreignKey({
      columns: [t.groupId, t.commentId],
      foreignColumns: [comments.groupId, comments.id],
    }).onDelete('cascade'),
    check('comment_reactions_emoji', sql`length(${t.emoji}) between 1 and 16`),
  ],
)

/** A person was named with @ in a text: in a comment, or, where `comment_id` is null, in the issue's description. */
export const mentions = pgTable(
  'mentions',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ...subjectColumns(),
    commentId: integer('comment_id'),
    personId: personId()
      .notNull()
      .references(() => people.id),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
    acknowledgedAt: instant('acknowledged_at'),
    /** How: by a reply, or by a reaction. */
    acknowledgedBy: text('acknowledged_by'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    ...subjectRules('mentions', t),
    foreignKey({
      columns: [t.groupId, t.commentId],
      foreignColumns: [comments.groupId, comments.id],
    }).onDelete('cascade'),
    index('mentions_comment').on(t.groupId, t.commentId),
    index('mentions_issue').on(t.groupId, t.issueNumber),
    // What waits for an answer: by age, and by who asked.
    index('mentions_open')
      .on(t.groupId, t.createdAt)
      .where(sql`acknowledged_at is null`),
    index('mentions_asked')
      .on(t.groupId, t.byId)
      .where(sql`acknowledged_at is null`),
    index('mentions_person').on(t.groupId, t.personId, t.acknowledgedAt),
    check('mentions_acknowledged', sql`(${t.acknowledgedAt} is null) = (${t.acknowledgedBy} is null)`),
    check('mentions_how', sql`${t.acknowledgedBy} in ('reply', 'reaction')`),
  ],
)
