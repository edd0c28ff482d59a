import { may } from '#lib/domain/permissions.ts'
import { replay } from '#lib/domain/replay.ts'
import type { IssueState } from '#lib/domain/replay-state.ts'
import type { Bound } from '#lib/domain/undone-events.ts'
import type { Ctx, Db, GroupKey } from '../context.ts'
import { bondsOf } from '../queries/ledger.ts'
import { overrideRows } from './capacity-rows.ts'
import { eventsOfChanged, markChanged, type Some } from './changed.ts'
import { changedAt, issueRows, type IssueToday, linkRows } from './issue-rows.ts'
import { NOUN_ROWS } from './noun-rows.ts'
import { outcomeRows, slipRows } from './outcome-rows.ts'
import { writePast } from './rows.ts'
import { handRows, updateRows } from './said-rows.ts'
import { WHOLE, WHOLE_TABLES, type WholeTable } from './shadows.ts'
import { closings, eventsOfNouns, goneSince, type Moment, momentOf, nounsSince } from './since.ts'

export type Scope = {
  /** Which issues alone are asked for, by what is known then. */
  issues: (past: Ctx, moment: Moment) => Promise<Some>
  /** Whether words of descriptions are asked for. */
  texts: boolean
}

/** Tells the tables of the connection what was different at that moment, and gives the context of a read of then. */
export async function fillPast(ctx: Ctx, at: Date, scope: Scope): Promise<Ctx> {
  const { db, group } = ctx
  const [moment, bonds] = await Promise.all([momentOf(db, group.id, at), bondsOf(db, group.id)])
  const looks = db.query(
    `with gone as (insert into past_gone select unnest($4::bigint[]))
      insert into past_look values ($1, $2, $3)`,
    [group.id, at, moment.newest, goneSince(bonds, moment)],
  )
  await Promise.all([looks, fillNouns(db, moment, bonds)])
  const past = { ...ctx, now: at, group: await groupThen(db, group) }
  await fillIssues(past, moment, bonds, { some: await scope.issues(past, moment), texts: scope.texts })
  return past
}

async function groupThen(db: Db, group: GroupKey): Promise<GroupKey> {
  const { rows } = await db.query<Pick<GroupKey, 'name' | 'zone'>>({
    name: 'past-group',
    text: 'select name, zone from groups where id = $1',
    values: [group.id],
  })
  return { ...group, ...rows[0] }
}

async function fillNouns(db: Db, moment: Moment, bonds: readonly Bound[]): Promise<void> {
  const { group, at } = moment
  const since = await nounsSince(db, moment)
  const nouns = new Set(since.map(({ type }) => type.split('.', 1)[0] ?? ''))
  const all = nouns.has('sample')
  const tables = WHOLE_TABLES.filter((table) => all || WHOLE[table].some((noun) => nouns.has(noun)))
  await fillOutcomes(db, moment, bonds, all ? null : reopened(since))
  if (tables.length === 0) return
  const asked = new Set([...tables.flatMap((table) => WHOLE[table] as readonly string[]), 'sample'])
  const events = await eventsOfNouns(db, group, [...asked])
  const state = replay(events, { until: at, bonds })
  const rowsOf = (table: WholeTable) =>
    table === 'capacity_overrides' ? overrideRows(state, events, bonds, at) : NOUN_ROWS[table](state, group)
  await Promise.all([
    db.query('insert into past_whole select $1, unnest($2::text[])', [group, tables]),
    ...tables.map((table) => writePast(db, group, table, rowsOf(table))),
  ])
}

const reopened = (since: readonly { type: string; key: string }[]): number[] =>
  since.flatMap(({ type, key }) => (type === 'milestone.reopened' ? [Number(key)] : []))

/** What was frozen stays so until a milestone is reopened, or the sample goes, with which all of it is told anew. */
async function fillOutcomes(
  db: Db,
  { group, at }: Moment,
  bonds: readonly Bound[],
  milestones: readonly number[] | null,
): Promise<void> {
  const told = milestones ?? (await everFrozen(db, group))
  if (told.length === 0) return
  const state = replay(await closings(db, group, told), { until: at, bonds })
  await db.query('insert into past_reopened select $1, unnest($2::int[])', [group, told])
  await writePast(db, group, 'milestone_outcomes', outcomeRows(state))
  await writePast(db, group, 'milestone_slips', slipRows(state))
}

async function everFrozen(db: Db, group: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'past-ever-frozen',
    text: `select distinct e.subject_key::int as id from public.events e
      where e.group_id = $1 and e.subject_kind = 'milestone' and e.type in ('milestone.frozen', 'milestone.closed')`,
    values: [group],
  })
  return rows.map(({ id }) => id)
}

type Asked = { some: Some; texts: boolean }

async function fillIssues(past: Ctx, moment: Moment, bonds: readonly Bound[], asked: Asked): Promise<void> {
  const { db } = past
  const { group, at } = moment
  const changed = await markChanged(db, moment, asked.some)
  if (changed.length === 0) return
  const [events, titles, today] = await Promise.all([
    eventsOfChanged(db, moment, asked),
    titlesThen(past),
    issuesToday(past, changed),
  ])
  const state = replay(events, { until: at, bonds })
  const numbers = new Set(changed)
  const all = [...state.issues.values()].filter((issue) => numbers.has(issue.number) && isAsked(asked, issue))
  const rows = issueRows(all, { updated: changedAt(events), titles, today })
  // safe because these are the keys of the record
  const tables = Object.keys(rows) as (keyof typeof rows)[]
  await Promise.all([
    ...tables.map((table) => writePast(db, group, table, rows[table])),
    writePast(db, group, 'hands', handRows(state, numbers)),
    writePast(db, group, 'status_updates', updateRows(state, numbers)),
    writePast(db, group, 'issue_links', linkRows(state, numbers)),
  ])
  if (!asked.texts) return
  await db.query(
    `insert into past_search_documents select i.group_id, 'issue', i.number, i.number, i.title,
        words_of(i.title, i.description), plain_of(i.title, i.description) from past_issues i`,
  )
}

async function titlesThen({ db, group }: Ctx): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: number; title: string }>({
    name: 'past-label-titles',
    text: 'select id, title from labels where group_id = $1',
    values: [group.id],
  })
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** What was elsewhere by then is not asked for, as long as it is not taken for what it is today. */
const isAsked = ({ some }: Asked, { milestone }: IssueState): boolean =>
  some === null || 'refs' in some || (milestone !== null && some.milestones.includes(milestone))

/** What is confidential today stays hidden from those who may not see it, whatever it was then. */
async function issuesToday(
  { db, group, actor }: Ctx,
  numbers: readonly number[],
): Promise<Map<number, IssueToday>> {
  const { rows } = await db.query<IssueToday & { number: number }>({
    name: 'past-issues-today',
    text: `select number, confidential and not $3 as hidden, sample from public.issues where group_id = $1 and number = any($2::int[])`,
    values: [group.id, numbers, may(actor, 'see.confidential')],
  })
  return new Map(rows.map(({ number, ...today }) => [number, today]))
}
