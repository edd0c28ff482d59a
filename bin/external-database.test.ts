import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { testUrl } from '#db/testing/world.ts'
import { insistOnDatabase } from './external-database.ts'

type Line = { url: string; opened: () => number }

/** Stands between Saydo and the database, and lets so many connections through. */
async function lineTo(url: string, lets: number): Promise<Line> {
  const target = new URL(url)
  const path = target.searchParams.get('host') ?? decodeURIComponent(target.hostname)
  const port = Number(target.port || 5432)
  const open = new Set<Socket>()
  let opened = 0
  const server = createServer((near) => {
    opened += 1
    open.add(near)
    near.on('error', () => {})
    if (opened > lets) return void near.destroy()
    const far = path.startsWith('/') ? connect(`${path}/.s.PGSQL.${port}`) : connect(port, path)
    open.add(far)
    far.on('error', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  // safe because a server that listens on a port, not on a pipe, has such an address
  const own = (server.address() as AddressInfo).port
  const through = new URL(url)
  through.searchParams.delete('host')
  return { url: through.href.replace(/@[^/]*\//, `@127.0.0.1:${own}/`), opened: () => opened }
}

test('a database that can be asked and listened to is one to work with', async () => {
  const line = await lineTo(testUrl(), Infinity)
  await expect(insistOnDatabase(line.url)).resolves.toBeUndefined()
})

test(
  'a database whose live stream is cut off is refused in words, and asked no more',
  { timeout: 30_000 },
  async () => {
    const line = await lineTo(testUrl(), 1)
    await expect(insistOnDatabase(line.url)).rejects.toThrow(/live stream cannot connect/)
    const tries = line.opened()
    await new Promise((resolve) => setImmediate(resolve))
    expect(line.opened()).toBe(tries)
  },
)
