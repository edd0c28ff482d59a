import { beforeAll, expect, test } from 'vitest'
import { createMilestone } from './commands/milestones.ts'
import { createIssue } from './commands/issues/create.ts'
import { weighIssue } from './commands/issues/plan.ts'
import { pool } from './connection.ts'
import { inTransaction } from './transaction.ts'
import { lastEvent } from './queries/events.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'
import { anIssue } from './testing/world.ts'

const group = 'custom-models'
const attempt = (key: string, bodyHash = 'same body') => ({ key, endpoint: 'issues.create', bodyHash })

beforeAll(async () => {
  await useOwnDatabase()
  const ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
})

test('a retry gets the same answer and changes nothing', async () => {
  const ctx = await personCtx('julie')
  const first = await createIssue({ ...ctx, attempt: attempt('a') }, { group, title: 'Once' })
  const before = await lastEvent(ctx)
  const again = await createIssue({ ...ctx, attempt: attempt('a') }, { group, title: 'Once' })
  expect(again).toEqual(first)
  expect(await lastEvent(ctx)).toBe(before)
})

test('eight retries at the same moment make one change', async () => {
  const ctx = await personCtx('julie')
  const before = await lastEvent(ctx)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => createIssue({ ...ctx, attempt: attempt('b') }, { group, title: 'Once' })),
  )
  expect(new Set(answers.map((answer) => answer.card.ref)).size).toBe(1)
  expect(await lastEvent(ctx)).toBe(before + 1)
})

test('the same key with another request is refused', async () => {
  const ctx = await personCtx('julie')
  await createIssue({ ...ctx, attempt: attempt('c') }, { group, title: 'One' })
  await expect(
    createIssue({ ...ctx, attempt: attempt('c', 'other') }, { group, title: 'Two' }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('a refused attempt is not remembered: it may succeed later', async () => {
  const ctx = {
    ...(await personCtx('julie')),
    attempt: { key: 'd', endpoint: 'issues.weigh', bodyHash: 'x' },
  }
  const ref = await anIssue(await personCtx('mohamed'))
  await expect(weighIssue(ctx, { group, ref: 999_999, weight: 1 })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await weighIssue(ctx, { group, ref, weight: 1 })).card.weight).toBe(1)
})

test('deadlocks and serialisation failures are tried again, three times', async () => {
  const ctx = await personCtx('julie')
  let tries = 0
  const failing = (until: number) => () =>
    inTransaction(ctx, async () => {
      tries += 1
      if (tries < until) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      return tries
    })
  expect(await failing(4)()).toBe(4)
  tries = 0
  await expect(failing(5)()).rejects.toThrow('deadlock detected')
  expect(tries).toBe(4)
})

test('a connection that the server ends inside a transaction fails this act alone', async () => {
  const ctx = await personCtx('julie')
  const ref = await anIssue(await personCtx('mohamed'))
  await expect(
    inTransaction(ctx, async (inside) => {
      await weighIssue(inside, { group, ref, weight: 3 })
      const { rows } = await inside.db.query<{ pid: number }>('select pg_backend_pid() as pid')
      await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await inside.db.query('select 1')
    }),
  ).rejects.toThrow()
  const { rows } = await pool().query('select weight from issues where number = $1', [ref])
  expect(rows).toEqual([{ weight: 2 }])
})
