import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openPool } from '../connection.ts'
import { LineTo } from '../testing/line-to.ts'
import { testUrl } from '../testing/world.ts'
import { listen, sendPulse } from './listen.ts'

const silent = () => {}
const deaf = {
  onEvent: silent,
  onAccess: silent,
  onInbox: silent,
  onRoom: silent,
  onListening: silent,
  onPulse: silent,
}

/** The same server, with the folder of its socket in the place of a host, or behind the address. */
function waysTo(url: string): string[] {
  const { host, port, user, password, database } = new Client({ connectionString: url })
  const who = `${user}:${encodeURIComponent(String(password))}`
  return [
    `postgres://${who}@${encodeURIComponent(host)}:${port}/${database}`,
    `postgres://${who}@localhost:${port}/${database}?host=${host}`,
    `postgres://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
  ]
}

test('what the queries are sent to is what is listened to, however the address is written', async () => {
  for (const url of waysTo(testUrl())) {
    const heard = Promise.withResolvers<string>()
    const stop = await listen(url, { ...deaf, onPulse: heard.resolve })
    const pool = openPool(url, { max: 1 })
    await sendPulse(pool, 'word')
    expect(await heard.promise).toBe('word')
    await Promise.all([stop(), pool.end()])
  }
})

for (const way of ['ended', 'refused'] as const) {
  test(`where every connection is ${way}, a few are opened a second, and all is heard again afterwards`, async () => {
    const line = await LineTo.open(testUrl())
    const pool = openPool(testUrl(), { max: 1 })
    const heard = new Map(
      ['event', 'access', 'inbox', 'room', 'pulse'].map((one) => [one, Promise.withResolvers()]),
    )
    const hear = (one: string) => () => heard.get(one)?.resolve(one)
    let listening = 0
    let again = Promise.withResolvers<void>()
    const stop = await listen(line.url, {
      onEvent: hear('event'),
      onAccess: hear('access'),
      onInbox: hear('inbox'),
      onRoom: hear('room'),
      onPulse: hear('pulse'),
      onListening: () => {
        listening += 1
        again.resolve()
      },
    })
    again = Promise.withResolvers()
    line.way = () => way
    line.cut()
    await line.came(4)
    const [, ...attempts] = line.opened
    const pauses = attempts.slice(1).map((at, nth) => at - (attempts[nth] ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThan(250)

    line.way = () => 'through'
    await again.promise
    expect(listening).toBe(2)
    await pool.query(`select pg_notify('saydo_events', '1'), pg_notify('saydo_access', 'p'),
      pg_notify('saydo_inbox', '1 p'), pg_notify('saydo_room', '1'), pg_notify('saydo_pulse', 'word')`)
    await Promise.all([...heard.values()].map(({ promise }) => promise))
    await Promise.all([stop(), pool.end()])
  })
}

test('a line that is lost as soon as it was opened, again and again, is opened a few times a second', async () => {
  const line = await LineTo.open(testUrl())
  const stop = await listen(line.url, { ...deaf, onListening: () => line.cut() })
  await line.came(4)
  const [first = 0, , , fourth = 0] = line.opened
  expect(fourth - first).toBeGreaterThan(800)
  await stop()
})

test('a listener that leaves while the line is lost is not connected again', async () => {
  const line = await LineTo.open(testUrl())
  const stop = await listen(line.url, deaf)
  line.way = () => 'ended'
  line.cut()
  await line.came(2)
  await stop()
  const pool = openPool(line.url, { max: 1 })
  await expect(pool.query('select 1')).rejects.toThrow()
  expect(line.opened).toHaveLength(3)
  await pool.end()
})
