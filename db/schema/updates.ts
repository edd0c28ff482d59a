import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { groupId, instant, personId } from './columns.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'
import { subjectColumns, subjectRules } from './subject.ts'

const oneOf = sql.raw(CONFIDENCES.map((one) => `'${one}'`).join(', '))
const WEEK = String.raw`'^\d{4}-W\d{2}$'`

/** Handbook › Weekly status updates: one a subject and week of the group’s calendar, `2026-W49`. */
export const statusUpdates = pgTable(
  'status_updates',
  {
    groupId: groupId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ...subjectColumns(),
    week: text('week').notNull(),
    authorId: personId('author_id')
      .notNull()
      .references(() => people.id),
    progress: text('progress').notNull(),
    /** Empty for none. */
    blockers: text('blockers').notNull(),
    next: text('next').notNull(),
    /** Chosen by the author, never computed. */
    confidence: text('confidence').notNull(),
    /** The milestone that it is about: the one that ran when it was posted. A milestone that is removed leaves it as it was said. */
    milestoneId: integer('milestone_id'),
    postedAt: instant('posted_at').notNull(),
    editedAt: instant('edited_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    ...subjectRules('status_updates', t),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('set null'),
    unique('status_updates_once').on(t.groupId, t.subjectKind, t.subjectNumber, t.week),
    index('status_updates_issue').on(t.groupId, t.issueNumber, t.week),
    index('status_updates_week').on(t.groupId, t.week),
    // Since when a group posts updates is asked for with each of its lists.
    index('status_updates_posted').on(t.groupId, t.postedAt),
    index('status_updates_milestone').on(t.groupId, t.milestoneId),
    check('status_updates_week_form', sql`${t.week} ~ ${sql.raw(WEEK)}`),
    check('status_updates_confidence', sql`${t.confidence} in (${oneOf})`),
    check('status_updates_progress', sql`${t.progress} ~ '\\S'`),
  ],
)

/** What a person has begun to write. It is theirs alone, and leaves no event. */
export const updateDrafts = pgTable(
  'update_drafts',
  {
    groupId: groupId(),
    personId: personId()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...subjectColumns(),
    week: text('week').notNull(),
    progress: text('progress').notNull(),
    blockers: text('blockers').notNull(),
    next: text('next').notNull(),
    confidence: text('confidence'),
    /** Grows with each save, so that two devices notice each other. */
    version: integer('version').notNull().default(1),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'update_drafts_pk',
      columns: [t.groupId, t.personId, t.week, t.subjectKind, t.subjectNumber],
    }),
    ...subjectRules('update_drafts', t),
    index('update_drafts_issue').on(t.groupId, t.issueNumber),
    index('update_drafts_person').on(t.personId),
    check('update_drafts_confidence', sql`${t.confidence} in (${oneOf})`),
  ],
)
