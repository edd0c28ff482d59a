import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, groupId } from './columns.ts'
import { groups } from './groups.ts'

export const labels = pgTable(
  'labels',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    /** Compared case-sensitively. */
    title: text('title').notNull(),
    /** Everything before the last `::`, null where there is none; kept by the database itself. */
    scope: text('scope').generatedAlwaysAs(sql`substring(title from '^(.+)::.*$')`),
    description: text('description').notNull().default(''),
    /** Hue of the label's dot, 0–359. */
    hue: integer('hue').notNull().default(260),
    meaning: text('meaning'),
    /** Came with the sample, and goes with it unless a person uses it. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    unique('labels_title').on(t.groupId, t.title),
    unique('labels_meaning').on(t.groupId, t.meaning),
    check(
      'labels_title_shape',
      sql`length(${t.title}) between 1 and 255 and position(',' in ${t.title}) = 0`,
    ),
  ],
)
