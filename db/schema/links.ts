import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, groupId, personId } from './columns.ts'
import { people } from './people.ts'
import { endColumns, endRules } from './subject.ts'

/** How one subject stands to another, read from left to right: it blocks, duplicates, was split into, or relates to it. */
export const issueLinks = pgTable(
  'issue_links',
  {
    groupId: groupId(),
    ...endColumns(),
    kind: text('kind').notNull(),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({
      columns: [
        t.groupId,
        t.fromSubjectKind,
        t.fromSubjectNumber,
        t.toSubjectKind,
        t.toSubjectNumber,
        t.kind,
      ],
      name: 'issue_links_pk',
    }),
    ...endRules('issue_links', t),
    index('issue_links_from').on(t.groupId, t.fromNumber, t.toNumber),
    index('issue_links_to').on(t.groupId, t.toNumber),
    check('issue_links_kind', sql`${t.kind} in ('blocks', 'duplicates', 'split_into', 'relates')`),
    check(
      'issue_links_other',
      sql`(${t.fromSubjectKind}, ${t.fromSubjectNumber}) <> (${t.toSubjectKind}, ${t.toSubjectNumber})`,
    ),
  ],
)
