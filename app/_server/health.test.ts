import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '#app/api/health/route.ts'
import { openPool, pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { testUrl } from '#db/testing/world.ts'
import { feed } from './live/feed.ts'

beforeAll(useOwnDatabase)
afterAll(() => feed().stop())

async function health() {
  const answer = await GET()
  const { parts }: { parts: Record<string, string> } = await answer.json()
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), parts }
}

const WELL = { status: 200, retryAfter: null, parts: { app: 'ok', database: 'ok', live: 'ok' } }

test('a server that never had to listen is well', async () => {
  expect(await health()).toEqual(WELL)
})

test('a listener that lost its connection is said to be down, and well again once it has come back', async () => {
  await feed().start()
  expect(await health()).toEqual(WELL)
  const outside = openPool(testUrl(), { max: 1 })
  const { rows } = await pool().query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  const connections = (open: boolean) => outside.query(`alter database ${name} allow_connections ${open}`)
  await connections(false)
  const lose = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'saydo live' and datname = $1`
  await outside.query(lose, [name])
  const lost = await health()
  expect(lost).toEqual({
    status: 503,
    retryAfter: '2',
    parts: { app: 'ok', database: 'ok', live: 'down' },
  })
  await connections(true)
  await outside.end()
  await expect.poll(health, { timeout: 20_000, interval: 100 }).toEqual(WELL)
})
