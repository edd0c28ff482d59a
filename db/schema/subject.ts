import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, foreignKey, index, integer, text } from 'drizzle-orm/pg-core'
import { NUMBERED_KINDS, type NumberedKind, TOLD_KINDS, type ToldKind } from '#lib/domain/subjects.ts'
import { activities } from './activities.ts'
import { epics } from './epics.ts'
import { functionalTeams } from './groups.ts'
import { issues } from './issues.ts'
import { milestones } from './milestones.ts'
import { models } from './models.ts'
import { people } from './people.ts'
import { syncs } from './syncs.ts'

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

/** The key of the subject where it is one of `kind`; most are numbers. */
const keyOf = (kind: ToldKind, cast: '' | '::integer' = '::integer'): SQL =>
  sql.raw(`case when subject_kind = '${kind}' then subject_key${cast} end`)

/**
 * Work that is planned: an issue, an epic or a milestone, by the key with which events name it. Only kind and key are
 * written, as of what a row of `subjectColumns` hangs on.
 */
export const plannedColumns = <K extends ToldKind>() => ({
  subjectKind: text('subject_kind').$type<K>().notNull(),
  subjectKey: text('subject_key').notNull(),
  issueNumber: integer('issue_number').generatedAlwaysAs(keyOf('issue')),
  epicNumber: integer('epic_number').generatedAlwaysAs(keyOf('epic')),
  milestoneId: integer('milestone_id').generatedAlwaysAs(keyOf('milestone')),
})

type PlannedColumns = Columns<'groupId' | 'subjectKind' | 'issueNumber' | 'epicNumber' | 'milestoneId'>

/** That there is such work in the group of the row. */
const workRules = (name: string, t: PlannedColumns, kinds: readonly ToldKind[]) => [
  check(
    `${name}_subject_kind`,
    sql`${t.subjectKind} in (${sql.raw(kinds.map((one) => `'${one}'`).join(', '))})`,
  ),
  foreignKey({
    columns: [t.groupId, t.issueNumber],
    foreignColumns: [issues.groupId, issues.number],
  }).onDelete('cascade'),
  foreignKey({
    columns: [t.groupId, t.epicNumber],
    foreignColumns: [epics.groupId, epics.number],
  }).onDelete('cascade'),
  foreignKey({
    columns: [t.groupId, t.milestoneId],
    foreignColumns: [milestones.groupId, milestones.id],
  }).onDelete('cascade'),
  // Most rows are of issues, and cost these nothing.
  index(`${name}_epic`)
    .on(t.groupId, t.epicNumber)
    .where(sql`epic_number is not null`),
  index(`${name}_milestone`)
    .on(t.groupId, t.milestoneId)
    .where(sql`milestone_id is not null`),
]

export const plannedRules = (name: string, t: PlannedColumns, kinds: readonly ToldKind[]) => [
  ...workRules(name, t, kinds),
  index(`${name}_issue`).on(t.groupId, t.issueNumber),
]

/**
 * What an inbox item hangs on, by the key with which its event names it. Only kind and key are written; a column for each
 * kind follows from them, by which the item is read and goes with what it hangs on.
 */
export const toldColumns = () => ({
  ...plannedColumns<ToldKind>(),
  teamId: integer('team_id').generatedAlwaysAs(keyOf('team')),
  aboutId: text('about_id').generatedAlwaysAs(keyOf('person', '')),
  modelId: integer('model_id').generatedAlwaysAs(keyOf('model')),
  activityId: integer('activity_id').generatedAlwaysAs(keyOf('activity')),
  syncId: integer('sync_id').generatedAlwaysAs(keyOf('sync')),
})

/** That there is such a subject in the group of the item; people belong to no group. The index of issues is the table's own. */
export const toldRules = (
  name: string,
  t: PlannedColumns & Columns<'teamId' | 'aboutId' | 'modelId' | 'activityId' | 'syncId'>,
) => [
  ...workRules(name, t, TOLD_KINDS),
  foreignKey({
    columns: [t.groupId, t.teamId],
    foreignColumns: [functionalTeams.groupId, functionalTeams.id],
  }).onDelete('cascade'),
  foreignKey({
    columns: [t.groupId, t.modelId],
    foreignColumns: [models.groupId, models.id],
  }).onDelete('cascade'),
  foreignKey({
    columns: [t.groupId, t.activityId],
    foreignColumns: [activities.groupId, activities.id],
  }).onDelete('cascade'),
  foreignKey({
    columns: [t.groupId, t.syncId],
    foreignColumns: [syncs.groupId, syncs.id],
  }).onDelete('cascade'),
  foreignKey({ columns: [t.aboutId], foreignColumns: [people.id] }).onDelete('cascade'),
  index(`${name}_team`)
    .on(t.groupId, t.teamId)
    .where(sql`team_id is not null`),
  index(`${name}_model`)
    .on(t.groupId, t.modelId)
    .where(sql`model_id is not null`),
  index(`${name}_activity`)
    .on(t.groupId, t.activityId)
    .where(sql`activity_id is not null`),
  index(`${name}_sync`)
    .on(t.groupId, t.syncId)
    .where(sql`sync_id is not null`),
  index(`${name}_about`)
    .on(t.aboutId)
    .where(sql`about_id is not null`),
]
