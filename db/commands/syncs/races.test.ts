import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import { readSync } from '../../queries/sync-room.ts'
import { listSyncs } from '../../queries/syncs.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { anIssue } from '../../testing/world.ts'
import { createMilestone } from '../milestones.ts'
import { recordOutcome } from './outcomes.ts'
import { addPoint } from './points.ts'
import { beHere } from './presence.ts'
import { endSync, startSync } from './syncs.ts'

const group = 'custom-models'

beforeAll(async () => {
  await useOwnDatabase()
  const em = await personCtx('mohamed')
  await createMilestone(em, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
})

const people = () => Promise.all(['mohamed', 'julie', 'cindy'].map(personCtx))
const told = (results: readonly PromiseSettledResult<unknown>[]) => ({
  done: results.filter(({ status }) => status === 'fulfilled').length,
  refused: results.flatMap((one) => (one.status === 'rejected' ? String(one.reason.detail) : [])),
})

test('of three who start the sync at once one does, and the others are told who', async () => {
  const all = await people()
  const { done, refused } = told(await Promise.allSettled(all.map((ctx) => startSync(ctx))))
  expect(done).toBe(1)
  expect(refused).toHaveLength(2)
  for (const because of refused) expect(because).toMatch(/^[A-Z].* already started the sync\.$/)
  const [em] = all
  if (em) expect((await listSyncs(em, {})).items).toHaveLength(1)
})

test('of three outcomes of one item at once one is recorded, and the others may add theirs', async () => {
  const all = await people()
  const [em] = all
  if (!em) throw new Error('The EM is missing.')
  const { item } = await addPoint(em, { text: 'Lunch on Friday.' })
  const at = await Promise.allSettled(
    all.map((ctx) => recordOutcome(ctx, { item, kind: 'done', seen: 0, text: ctx.actor.name })),
  )
  expect(told(at)).toMatchObject({ done: 1, refused: [expect.any(String), expect.any(String)] })
  const { running } = await listSyncs(em, {})
  const [first] = (await readSync(em, { sync: running ?? 0 })).outcomes.filter((one) => one.item === item)
  await recordOutcome(em, { item, kind: 'note', seen: first?.id ?? 0, text: 'And a walk.' })
})

test('of two who are made the DRI at once one is, and of the other nothing is written', async () => {
  const all = await people()
  const [em] = all
  if (!em) throw new Error('The EM is missing.')
  const ref = await anIssue(em, { labels: ['type::bug', 'workflow::in dev'] })
  const item = `issue-${ref}`
  const both = await Promise.allSettled([
    recordOutcome(em, { item, kind: 'assign', seen: 0, to: 'julie' }),
    recordOutcome(em, { item, kind: 'assign', seen: 0, to: 'cindy' }),
  ])
  expect(told(both).done).toBe(1)
  const { rows } = await pool().query('select from sync_outcomes where item = $1', [item])
  expect(rows).toHaveLength(1)
})

test('of three who end it at once one does, so that those who were absent are told once', async () => {
  const all = await people()
  const [em] = all
  if (!em) throw new Error('The EM is missing.')
  const { running } = await listSyncs(em, {})
  const sync = running ?? 0
  await Promise.all(all.map((ctx) => beHere(ctx, { sync, item: null })))
  expect(told(await Promise.allSettled(all.map((ctx) => endSync(ctx, { sync })))).done).toBe(1)
  const { rows } = await pool().query<{ count: number; most: number }>(
    `select sum(told)::int as count, max(told)::int as most from (select count(*) as told from inbox_items
      where subject_kind = 'sync' group by person_id) each`,
  )
  expect(rows[0]?.most).toBe(1)
  expect(rows[0]?.count).toBeGreaterThan(0)
})
