import { expect, test } from 'vitest'
import { openPool, readAddress } from '../connection.ts'
import { testUrl } from '../testing/world.ts'
import { listen, sendPulse } from './listen.ts'

/** The same server, with the folder of its socket in the place of a host, or behind the address. */
function waysTo(url: string): string[] {
  const { host, port, user, password, database } = readAddress(url)
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
    const silent = () => {}
    const stop = await listen(url, {
      onEvent: silent,
      onAccess: silent,
      onInbox: silent,
      onListening: silent,
      onPulse: heard.resolve,
    })
    const pool = openPool(url, { max: 1 })
    await sendPulse(pool, 'word')
    expect(await heard.promise).toBe('word')
    await Promise.all([stop(), pool.end()])
  }
})
