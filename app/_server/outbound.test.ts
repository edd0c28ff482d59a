import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { outbound, outboundWithin } from './outbound.ts'

beforeEach(() => () => vi.unstubAllEnvs())

/** A server on this machine, by the number of its port. */
async function other(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
  })
  // safe because a server that listens on a port has an address of that kind
  return (server.address() as AddressInfo).port
}

const allow = (...hosts: string[]) => vi.stubEnv('OUTBOUND_HOSTS', hosts.join(','))

test('what lies inside is not asked, however it is written or named', async () => {
  const asked: string[] = []
  const port = await other((request, response) => {
    asked.push(request.headers.host ?? '')
    response.end()
  })
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f000001',
    '2130706433',
    '127.1',
    '[::1]',
    '[::ffff:7f00:1]',
    '0',
  ])
    await expect(outbound(`http://${host}:${port}/`), host).rejects.toThrow('it is on an internal network')
  expect(asked).toEqual([])
})

test.each(['file:///etc/passwd', 'ftp://elsewhere.example/', 'data:text/plain,hello'])(
  '%s is no address to ask',
  async (url) => {
    await expect(outbound(url)).rejects.toThrow('neither http nor https')
  },
)

test('a host that the operator names is asked, and its answer is that of a fetch', async () => {
  const port = await other(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const received = [request.method, request.headers['content-type'], Buffer.concat(parts).toString()]
    response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
    response.end(JSON.stringify(received))
  })
  allow('localhost')
  const answer = await outbound(`http://localhost:${port}/token`, {
    method: 'POST',
    body: new URLSearchParams({ code: 'one' }),
  })
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']])
  expect(await answer.json()).toEqual(['POST', 'application/x-www-form-urlencoded;charset=UTF-8', 'code=one'])
})

test('a redirect is followed to where one may go, without what was meant for the first', async () => {
  const port = await other((request, response) => {
    response.end(JSON.stringify([request.headers.authorization ?? null, request.headers['x-kept'] ?? null]))
  })
  const first = await other((_, response) => {
    response.writeHead(302, { location: `http://localhost:${port}/` }).end()
  })
  allow('127.0.0.1', 'localhost')
  const ask = { headers: { authorization: 'Bearer secret', 'x-kept': 'yes' } }
  expect(await (await outbound(`http://127.0.0.1:${first}/`, ask)).json()).toEqual([null, 'yes'])
  const seen = await outbound(`http://127.0.0.1:${first}/`, { redirect: 'manual' })
  expect(seen.status).toBe(302)
  await expect(outbound(`http://127.0.0.1:${first}/`, { redirect: 'error' })).rejects.toThrow('redirected')
  await expect(outbound(`http://127.0.0.1:${first}/`, { method: 'POST', body: 'x' })).rejects.toThrow(
    'redirected',
  )
})

test('a redirect to what lies inside is not followed', async () => {
  const asked: string[] = []
  const port = await other((request, response) => {
    asked.push(request.url ?? '')
    response.end('secret')
  })
  const first = await other((_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
  })
  allow('localhost')
  await expect(outbound(`http://localhost:${first}/`)).rejects.toThrow('it is on an internal network')
  expect(asked).toEqual([])
})

test('a server that redirects for ever is left', async () => {
  const port = await other((_, response) => response.writeHead(302, { location: '/' }).end())
  allow('127.0.0.1')
  await expect(outbound(`http://127.0.0.1:${port}/`)).rejects.toThrow('redirected')
})

test('more than a megabyte is not read', async () => {
  const port = await other((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(10_000)));
      response.once('drain', more)
    }
    more()
  })
  allow('127.0.0.1')
  await expect(outbound(`http://127.0.0.1:${port}/`)).rejects.toThrow('over a megabyte')
})

test.each([
  ['says nothing', () => {}],
  ['begins and does not end', (response: { write: (text: string) => unknown }) => void response.write('{')],
])('whoever %s is not waited for', async (_, answer) => {
  const port = await other((_, response) => answer(response))
  allow('127.0.0.1')
  await expect(outboundWithin(100, new Request(`http://127.0.0.1:${port}/`))).rejects.toThrow(TypeError)
})
