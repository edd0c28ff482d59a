import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** How often something was tried since `startedAt`. Kept here, so that a restart forgives nobody. */
export const rateLimits = pgTable('rate_limits', {
  /** What is counted, e.g. an address and a path; an e-mail address only as a hash. */
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  startedAt: instant('started_at').notNull(),
})
