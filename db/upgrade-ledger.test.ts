import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import { type Pool, type PoolClient } from 'pg'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { ClosedData } from '#lib/domain/events/milestones.ts'
import { quoted, tablesOf } from './backup/layout.ts'
import { closeIssue, reopenIssue } from './commands/issues/close.ts'
import { labelIssue } from './commands/issues/labels.ts'
import { planIssue } from './commands/issues/plan.ts'
import { createMilestone } from './commands/milestones.ts'
import { undoEvent } from './commands/undo.ts'
import { openPool, pool } from './connection.ts'
import type { Ctx } from './context.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { verifyChain } from './queries/chain.ts'
import { listSayDo } from './queries/say-do-series.ts'
import { readSayDo } from './queries/say-do.ts'
import { bareDatabase } from './testing/empty-database.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'
import { rowsBothWays } from './testing/replayed.ts'
import { anIssue } from './testing/world.ts'

const group = 'custom-models'
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
/** Milestones were closed with one event and one row an issue by the first four schema changes. */
const BEFORE = 4

let ctx: Ctx
const at = (moment: string): Ctx => ({ ...ctx, now: new Date(moment) })

/** What a person did before the ledger knew of stays on Build Boards: moved, relabelled, taken back, closed, opened again. */
beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.7', startOn: '2025-11-15', dueOn: '2025-12-12' })
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(ctx, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  for (let count = 0; count < 6; count += 1)
    await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', milestone: '18.8', weight: 2 })
  const [kept = 0, reopened = 0, moved = 0, relabelled = 0, back = 0, outside = 0] = (await numbers()).slice(
    -6,
  )
  await planIssue(at('2026-01-08T09:00:00Z'), { group, ref: moved, milestone: '18.9' })
  await planIssue(at('2026-01-08T10:00:00Z'), { group, ref: moved, milestone: '18.8' })
  await labelIssue(at('2026-01-08T11:00:00Z'), { group, ref: relabelled, remove: ['Deliverable'] })
  await labelIssue(at('2026-01-08T12:00:00Z'), { group, ref: relabelled, add: ['Deliverable'] })
  const { event } = await labelIssue(at('2026-01-08T13:00:00Z'), {
    group,
    ref: back,
    remove: ['Deliverable'],
  })
  await undoEvent(at('2026-01-08T13:05:00Z'), { group, event })
  await planIssue(at('2026-01-08T14:00:00Z'), { group, ref: outside, milestone: '18.9' })
  await closeIssue(at('2026-01-09T08:00:00Z'), { group, ref: kept })
  await closeIssue(at('2026-01-09T08:10:00Z'), { group, ref: reopened })
  await reopenIssue(at('2026-01-09T08:20:00Z'), { group, ref: reopened })
  await labelIssue(at('2026-01-09T09:00:00Z'), { group, ref: moved, add: ['workflow::in review'] })
})

async function numbers(): Promise<number[]> {
  const { rows } = await pool().query<{ number: number }>('select number from issues order by number')
  return rows.map(({ number }) => number)
}

/** A database with the first schema changes alone, which holds what this one holds of the same tables. */
async function olderDatabase(): Promise<{ url: string; old: Pool }> {
  const url = await bareDatabase()
  const old = openPool(url, { max: 1 })
  onTestFinished(() => old.end())
  const folder = await mkdtemp(join(tmpdir(), 'saydo-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal: { entries: unknown[] } = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, BEFORE) }))
  const client = await old.connect()
  try {
    await apply(drizzle(client), { migrationsFolder: folder })
    await copied(client)
  } finally {
    client.release()
  }
  return { url, old }
}

/** Row by row, without the guards, as a restore does. */
async function copied(client: PoolClient): Promise<void> {
  await client.query('begin')
  const tables = await tablesOf(client)
  const names = tables.map(({ name }) => quoted(name))
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${names.join(', ')}`)
  for (const { name, columns } of tables) {
    const [table, list] = [quoted(name), columns.map((column) => quoted(column.name)).join(', ')]
    const { rows } = await pool().query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`)
    await client.query(
      `insert into ${table} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.map(({ row }) => row))],
    )
  }
  // what was checked at the end of each statement stands; guards that wait for the end have nothing to look at
  await client.query('set constraints all immediate')
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  await client.query('commit')
}

type Closing = { milestone: string; moment: string; issues: ClosedData[] | null }

/** As the version before closed a milestone: one event that holds everything, and its rows. Null before outcomes were kept. */
async function closed(old: Pool, { milestone, moment, issues }: Closing): Promise<void> {
  const client = await old.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ id: number }>('select id from milestones where title = $1', [
      milestone,
    ])
    const id = rows[0]?.id ?? 0
    await recorded(client, 'milestone.closed', moment, {
      id,
      title: milestone,
      ...(issues === null ? {} : { issues }),
    })
    await client.query('update milestones set closed_at = $2 where id = $1', [id, moment])
    for (const one of issues ?? [])
      await client.query(
        `insert into milestone_outcomes (group_id, milestone_id, issue_number, weight, team_id, dri_id, assigned_at_start, entered_at,
            outcome, closed_at, destination_kind, destination_id, slip_reason, slip_text)
          values (1, $1, $2, $3, null, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          one.ref,
          one.weight,
          one.dri?.id ?? null,
          one.atStart,
          one.enteredAt,
          one.outcome,
          moment,
          one.destination?.kind ?? null,
          one.destination?.milestone?.id ?? null,
          one.slip?.reason ?? null,
          one.slip?.text ?? '',
        ],
      )
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** As the version before reopened one: all of it went. */
async function reopened(old: Pool, milestone: string, moment: string): Promise<void> {
  const client = await old.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ id: number }>('select id from milestones where title = $1', [
      milestone,
    ])
    const id = rows[0]?.id ?? 0
    await recorded(client, 'milestone.reopened', moment, { id, title: milestone })
    await client.query('update milestones set closed_at = null where id = $1', [id])
    await client.query('delete from milestone_outcomes where milestone_id = $1', [id])
    await client.query('commit')
  } finally {
    client.release()
  }
}

const recorded = (
  client: PoolClient,
  type: string,
  moment: string,
  data: { id: number; title: string; issues?: ClosedData[] },
) =>
  client.query(`select record_event(1, $1, 1, $2, $3, $3, 'milestone', $4, $5)`, [
    type,
    ctx.actor.id,
    moment,
    String(data.id),
    JSON.stringify(data),
  ])

/** What the version before wrote of the milestone: two kept, one late and moved on, one late without a place, one off it. */
async function outcomes(): Promise<ClosedData[]> {
  const refs = (await numbers()).slice(-6)
  const { rows } = await pool().query<{ number: number; at: Date; dri: string | null }>(
    'select number, created_at as at, dri_id as dri from issues where number = any($1) order by number',
    [refs],
  )
  const { rows: next } = await pool().query<{ id: number }>(`select id from milestones where title = '18.9'`)
  return rows.map(({ number, at: since, dri }, place): ClosedData => {
    const outcome = place < 2 ? 'completed' : place < 5 ? 'slipped' : 'reprioritised'
    const to = { id: String(next[0]?.id), title: '18.9' }
    return {
      ref: number,
      weight: 2,
      team: null,
      dri: dri === null ? null : { id: dri, name: 'Julie' },
      atStart: false,
      enteredAt: since.toISOString(),
      outcome,
      destination:
        place === 2
          ? { kind: 'next', milestone: to }
          : place === 3
            ? { kind: 'none', milestone: null }
            : null,
      slip: place === 2 ? { reason: 'blocked', text: 'A gateway was missing' } : null,
    }
  })
}

test('milestones that were closed before the ledger knew of stays and freezing are what their events say of them', async () => {
  const { url, old } = await olderDatabase()
  const all = await outcomes()
  await closed(old, { milestone: '18.7', moment: '2026-01-10T08:00:00Z', issues: null })
  await closed(old, { milestone: '18.8', moment: '2026-01-10T09:00:00Z', issues: all.slice(0, 1) })
  await reopened(old, '18.8', '2026-01-10T09:30:00Z')
  await closed(old, { milestone: '18.8', moment: '2026-01-10T10:00:00Z', issues: all })
  const logged: string[] = []
  await migrate(url, (line) => logged.push(line))
  expect(logged).toEqual([`applying ${(await schemaVersion()).length - BEFORE} schema changes`])

  expect((await verifyChain(old, 1)).broken).toBeNull()
  const { ledger, tables } = await rowsBothWays(old, 1)
  expect(tables).toEqual(ledger)
  const { rows: spans } = await old.query<{ spans: number; known: boolean }>(
    'select (select count(*)::int from build_spans) as spans, spans_known as known from group_counters where group_id = 1',
  )
  // one of each issue, and more of those that went elsewhere or came back
  expect(spans).toEqual([{ spans: 6 + 2 + 1 + 1, known: true }])
  const reader = { ...at('2026-01-12T09:00:00Z'), db: old }
  expect(await readSayDo(reader, { milestone: '18.8' })).toMatchObject({
    frozenAt: '2026-01-10T10:00:00.000Z',
    sums: {
      assigned: { count: 6 },
      completed: { count: 2 },
      slipped: { count: 3 },
      reprioritised: { count: 1 },
    },
    slipped: all.slice(2, 5).map(({ ref }) => ref),
  })
  const { milestones } = await listSayDo(reader, {})
  expect(milestones.map(({ milestone, done, said }) => [milestone.title, done, said])).toEqual([
    ['18.7', 0, 0],
    ['18.8', 2, 6],
    ['18.9', 0, 1],
  ])
})

test('a second start finds the stays as they were derived', async () => {
  const { url, old } = await olderDatabase()
  await migrate(url, () => {})
  const rows = async () =>
    (await old.query('select * from build_spans order by issue_number, from_event')).rows
  const before = await rows()
  await migrate(url, () => {})
  expect(await rows()).toEqual(before)
})
