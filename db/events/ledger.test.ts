import { beforeAll, expect, test } from 'vitest'
import { createMilestone } from '../commands/milestones.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { pool } from '../connection.ts'
import { verifyChain } from '../queries/chain.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { anIssue } from '../testing/world.ts'

const group = 'custom-models'

beforeAll(async () => {
  await useOwnDatabase()
  const ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
})

test('a change without an event is refused at commit, whichever table it is in', async () => {
  const { rows } = await pool().query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name = 'group_id'
        and c.table_name not in ('group_counters', 'events', 'idempotency_keys', 'inbox_items', 'watches',
          'search_documents', 'calendar_feeds', 'build_spans', 'brief_visits', 'update_drafts', 'sync_visits')`,
  )
  expect(rows.length).toBeGreaterThan(15)
  const ctx = await personCtx('mohamed')
  const ref = await anIssue(ctx, { dri: 'julie', labels: ['type::bug', 'workflow::blocked'] })
  await commentOnIssue(ctx, { group, ref, body: 'A comment.' })
  const refused: string[] = []
  const empty: string[] = []
  for (const { name } of rows) {
    const client = await pool().connect()
    await client.query('begin')
    const touched = await client.query(`update ${name} set group_id = group_id where group_id = 1`)
    if (touched.rowCount === 0) empty.push(name)
    const failure = await client.query('commit').then(
      () => null,
      (error: Error) => error,
    )
    if (failure?.message.includes('without an event')) refused.push(name)
    client.release()
  }
  expect([...refused, ...empty].toSorted()).toEqual(rows.map((row) => row.name).toSorted())
  const guarded = await pool().query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where tgfoid = 'insist_on_event'::regproc`,
  )
  const names = guarded.rows.map(({ name }) => name)
  expect(
    empty.filter((name) => !names.includes(name)),
    'what is empty here is guarded all the same',
  ).toEqual([])
})

test('the group itself changes with an event or not at all', async () => {
  await expect(pool().query(`update groups set name = 'Renamed'`)).rejects.toThrow('without an event')
})

test('an event is never changed, deleted or truncated', async () => {
  for (const attack of [
    `update events set data = '{}'`,
    'delete from events',
    'truncate events',
    'truncate groups cascade',
  ]) {
    await expect(pool().query(attack)).rejects.toThrow('append-only')
  }
})

test('numbers are gapless and the chain holds after many writers at once, refused ones among them', async () => {
  const people = await Promise.all(['mohamed', 'julie', 'newick', 'cindy'].map(personCtx))
  const refs = await Promise.all(people.map((ctx) => anIssue(ctx)))
  await Promise.allSettled(
    Array.from({ length: 60 }, (_, at) => {
      const ctx = people[at % 4]
      const ref = at % 7 === 0 ? 999_999 : (refs[at % 3] ?? 0)
      return ctx && weighIssue(ctx, { group, ref, weight: at % 5 })
    }),
  )
  const { rows } = await pool().query<{ last: number; count: number }>(
    'select c.last_event as last, (select count(*) from events e where e.group_id = 1) as count from group_counters c where c.group_id = 1',
  )
  expect(rows[0]?.count).toBe(rows[0]?.last)
  expect(await verifyChain(pool(), 1)).toEqual({ events: rows[0]?.last, broken: null })
})

test('an alteration of the ledger behind our back is found out', async () => {
  const { rows } = await pool().query<{ number: number }>(
    'select max(number) - 3 as number from events where group_id = 1',
  )
  const number = rows[0]?.number ?? 0
  const client = await pool().connect()
  await client.query('begin')
  try {
    await client.query('alter table events disable trigger events_append_only')
    await client.query(
      `update events set data = data || '{"weight": 1}' where group_id = 1 and number = $1`,
      [number],
    )
    expect(await verifyChain(client, 1)).toMatchObject({ broken: number })
  } finally {
    await client.query('rollback')
    client.release()
  }
})
