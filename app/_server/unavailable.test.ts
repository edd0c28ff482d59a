import { beforeAll, expect, test } from 'vitest'
import { databaseUrl, openPool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { ask, type Asked, cookieOf } from './testing/ask.ts'

beforeAll(async () => {
  await useOwnDatabase()
  await cookieOf('mohamed')
})

/** Somebody who holds a table while others wait; `cancel` stops whoever waits, as a timeout would. */
async function whileHeld(table: string, meanwhile: (cancel: () => Promise<void>) => Promise<void>) {
  const outside = openPool(databaseUrl(), { max: 2 })
  const holder = await outside.connect()
  try {
    await holder.query(`begin; lock table ${table} in access exclusive mode`)
    await meanwhile(async () => {
      const stopped = async () =>
        (
          await outside.query(`select pg_cancel_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`)
        ).rowCount
      await expect.poll(stopped, { interval: 20 }).toBe(1)
    })
  } finally {
    await holder.query('rollback')
    holder.release()
    await outside.end()
  }
}

function expectUnavailable({ status, headers, body }: Asked, text: string) {
  expect([status, headers.get('retry-after')]).toEqual([503, '2'])
  expect(body).toMatchObject({ code: 'unavailable', detail: expect.stringContaining(text) })
}

test.each([
  ['a read', 'milestones', '/groups/custom-models/milestones', {}],
  ['a change of a group', 'group_counters', '/groups/custom-models/issues', { title: 'One' }],
  ['a personal write', 'access_tokens', '/me/tokens', { title: 'One', scope: 'read', days: 1 }],
])('%s that waits for somebody is told so in a sentence, within seconds', async (_, table, path, body) => {
  const options = Object.keys(body).length > 0 ? { method: 'POST', body } : {}
  await whileHeld(table, async () => {
    expectUnavailable(await ask(path, { as: 'mohamed', ...options }), 'Try again in a moment')
  })
  expect((await ask(path, { as: 'mohamed', ...options })).status).toBe(200)
})

test('what takes the database too long is stopped, and the client is told so in a sentence', async () => {
  await whileHeld('milestones', async (cancel) => {
    const [answer] = await Promise.all([ask('/groups/custom-models/milestones', { as: 'mohamed' }), cancel()])
    expectUnavailable(answer, 'took too long')
  })
})
