import { boolean, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

/** Handbook: "The issues in the epic constitute the entire scope of the work item". */
export const epics = pgTable(
  'epics',
  {
    groupId: groupId().references(() => groups.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    techLeadId: personId('tech_lead_id'),
    closedAt: instant('closed_at'),
    version: integer('version').notNull().default(1),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.number] }),
    foreignKey({ columns: [t.techLeadId], foreignColumns: [people.id] }),
  ],
)
