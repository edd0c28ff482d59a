import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { groupId, instant } from './columns.ts'
import { groups } from './groups.ts'

/**
 * What the clock has done by itself for a group: at most once for each period of a job, whatever the queue does. The row
 * is written in the transaction of the work.
 */
export const jobRuns = pgTable(
  'job_runs',
  {
    groupId: groupId().references(() => groups.id),
    job: text('job').notNull(),
    /** What it was done for: the Monday of a week, or a milestone with its last day. */
    period: text('period').notNull(),
    at: instant('at').notNull(),
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.job, t.period] })],
)

/** The triage report as it was when a week began: how many issues each finding had. */
export const reportCounts = pgTable(
  'report_counts',
  {
    groupId: groupId().references(() => groups.id),
    /** The Monday. */
    weekOn: date('week_on').notNull(),
    /** As filters name it: `no-milestone`. */
    finding: text('finding').notNull(),
    issues: integer('issues').notNull(),
    /** How many of them were confidential: readers who may not see those are told the rest. */
    confidential: integer('confidential').notNull(),
    /** Counted while the sample was there, with which it goes. */
    sample: boolean('sample').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.weekOn, t.finding] }),
    check('report_counts_part', sql`${t.confidential} between 0 and ${t.issues}`),
    index('report_counts_sample')
      .on(t.groupId)
      .where(sql`sample`),
  ],
)
