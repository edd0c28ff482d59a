import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, foreignKey, index, integer, text } from 'drizzle-orm/pg-core'
import { NUMBERED_KINDS, type NumberedKind } from '#lib/domain/subjects.ts'
import { epics } from './epics.ts'
import { issues } from './issues.ts'

const kindColumn = (name: string) => text(name).$type<NumberedKind>().notNull()

/** The number of the subject that two columns name, where it is one of `kind`. */
const numberOf = (kind: NumberedKind, end = ''): SQL =>
  sql.raw(`case when ${end}subject_kind = '${kind}' then ${end}subject_number end`)

/**
 * What a row hangs on. Only kind and number are written; a column for each kind follows from them, by which the row is
 * read and goes with what it hangs on.
 */
export const subjectColumns = () => ({
  subjectKind: kindColumn('subject_kind'),
  subjectNumber: integer('subject_number').notNull(),
  issueNumber: integer('issue_number').generatedAlwaysAs(numberOf('issue')),
  epicNumber: integer('epic_number').generatedAlwaysAs(numberOf('epic')),
})

/** The same for a row that stands between two subjects; `from_number` and `to_number` are of issues. */
export const endColumns = () => ({
  fromSubjectKind: kindColumn('from_subject_kind'),
  fromSubjectNumber: integer('from_subject_number').notNull(),
  toSubjectKind: kindColumn('to_subject_kind'),
  toSubjectNumber: integer('to_subject_number').notNull(),
  fromNumber: integer('from_number').generatedAlwaysAs(numberOf('issue', 'from_')),
  toNumber: integer('to_number').generatedAlwaysAs(numberOf('issue', 'to_')),
  fromEpic: integer('from_epic').generatedAlwaysAs(numberOf('epic', 'from_')),
  toEpic: integer('to_epic').generatedAlwaysAs(numberOf('epic', 'to_')),
})

type KeyColumns = Record<'groupId' | 'kind' | 'issue' | 'epic', AnyPgColumn>

/** That there is such a subject in the group of the row. The index of issues is the table's own, for it is the hot one. */
const rulesOf = (name: string, { groupId, kind, issue, epic }: KeyColumns) => [
  check(
    `${name}_subject_kind`,
    sql`${kind} in (${sql.raw(NUMBERED_KINDS.map((one) => `'${one}'`).join(', '))})`,
  ),
  foreignKey({
    columns: [groupId, issue],
    foreignColumns: [issues.groupId, issues.number],
  }).onDelete('cascade'),
  foreignKey({
    columns: [groupId, epic],
    foreignColumns: [epics.groupId, epics.number],
  }).onDelete('cascade'),
  // Most rows are of issues, and cost it nothing.
  index(`${name}_epic`)
    .on(groupId, epic)
    .where(sql`${sql.raw(epic.name)} is not null`),
]

type Columns<K extends string> = Record<K, AnyPgColumn>

/** `name` is what the names of the rules begin with. */
export const subjectRules = (
  name: string,
  t: Columns<'groupId' | 'subjectKind' | 'issueNumber' | 'epicNumber'>,
) => rulesOf(name, { groupId: t.groupId, kind: t.subjectKind, issue: t.issueNumber, epic: t.epicNumber })

export const endRules = (
  name: string,
  t: Columns<
    'groupId' | 'fromSubjectKind' | 'toSubjectKind' | 'fromNumber' | 'toNumber' | 'fromEpic' | 'toEpic'
  >,
) => [
  ...rulesOf(`${name}_from`, {
    groupId: t.groupId,
    kind: t.fromSubjectKind,
    issue: t.fromNumber,
    epic: t.fromEpic,
  }),
  ...rulesOf(`${name}_to`, { groupId: t.groupId, kind: t.toSubjectKind, issue: t.toNumber, epic: t.toEpic }),
]
