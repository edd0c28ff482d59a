import { foreignKey, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { groupId, instant, personId } from './columns.ts'
import { milestones } from './milestones.ts'
import { people } from './people.ts'

/** When a person looked at the brief of a milestone. It is theirs alone, and leaves no event. */
export const briefVisits = pgTable(
  'brief_visits',
  {
    groupId: groupId(),
    milestoneId: integer('milestone_id').notNull(),
    personId: personId()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The end of the visit before; null in the first. */
    since: instant('since'),
    /** The last look of the visit that runs. */
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.milestoneId, t.personId] }),
    foreignKey({
      columns: [t.groupId, t.milestoneId],
      foreignColumns: [milestones.groupId, milestones.id],
    }).onDelete('cascade'),
    index('brief_visits_person').on(t.personId),
  ],
)
