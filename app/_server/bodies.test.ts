import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test, vi } from 'vitest'
import { POST as firstRun } from '#app/api/v1/first-run/route.ts'
import { POST as invitation } from '#app/api/v1/invitation/route.ts'
import { POST as demo } from '#app/api/v1/demo/sign-in/route.ts'
import { POST as signIn } from '#app/api/v1/sign-in/route.ts'
import { POST as provider } from '#app/api/auth/[...all]/route.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { sessionEndpoints } from '#lib/contract/api.ts'
import { api } from './api.ts'
import { OURS } from './auth/testing.ts'
import { cookieOf } from './testing/ask.ts'
import { openWire } from './testing/wire.ts'

beforeAll(async () => {
  await useOwnDatabase()
  vi.stubEnv('SAYDO_DATABASE', 'embedded')
})

const PIECE = new TextEncoder().encode('x'.repeat(1000))

/** A body that never ends; `taken` counts its bytes. */
function endless() {
  const counter = { taken: 0 }
  const body = new ReadableStream({
    pull(controller) {
      counter.taken += PIECE.byteLength
      controller.enqueue(PIECE)
    },
  })
  return { counter, body }
}

const HELD: [path: string, most: number, route: (request: Request) => Response | Promise<Response>][] = [
  ['/api/v1/sign-in', 10_000, signIn],
  ['/api/v1/first-run', 10_000, firstRun],
  ['/api/v1/invitation', 10_000, invitation],
  ['/api/v1/demo/sign-in', 10_000, demo],
  ['/api/auth/sign-in/social', 10_000, provider],
  ['/api/v1/groups/custom-models/issues', 1_000_000, api.fetch],
]

test('every session endpoint that reads a body is asked here', () => {
  const reading = sessionEndpoints.filter(
    ({ method, input }) => method !== 'GET' && Object.keys(input.shape).length > 0,
  )
  const asked = HELD.map(([path]) => path)
  expect(reading.map(({ path }) => `/api/v1${path}`).filter((path) => !asked.includes(path))).toEqual([])
})

const posted = async (path: string, body: ReadableStream, headers: Record<string, string> = {}) => {
  const streamed = { body, duplex: 'half' }
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { ...OURS, cookie: await cookieOf('julie'), ...headers },
    ...streamed,
  })
}

test.each(HELD)(
  '%s reads no more than %i bytes of a body that does not say how long it is',
  async (path, most, route) => {
    const { counter, body } = endless()
    const answer = await route(await posted(path, body))
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      code: 'too_large',
      detail: expect.stringMatching(/\.$/),
    })
    expect(counter.taken).toBeGreaterThan(most)
    expect(counter.taken).toBeLessThan(most + 10_000)
  },
)

test.each(HELD)(
  '%s reads nothing of a body that says it is longer than %i bytes',
  async (path, most, route) => {
    const { counter, body } = endless()
    const answer = await route(await posted(path, body, { 'content-length': String(most + 1) }))
    expect(answer.status).toBe(413)
    expect(counter.taken).toBeLessThan(10_000)
  },
)

test('a client that sends too much over the wire is answered before it is done', async () => {
  const wire = await openWire()
  const { hostname, port } = new URL(wire.address)
  const headers = { ...OURS, host: `${hostname}:${port}`, cookie: await cookieOf('julie') }
  const path = '/api/v1/groups/custom-models/issues'
  const asked = request({ hostname, port, path, method: 'POST', headers })
  const answered = once(asked, 'response')
  for (let sent = 0; sent < 1_100_000; sent += PIECE.byteLength) asked.write(PIECE)
  // safe because that is what a request emits with its response
  const [answer] = (await answered) as [IncomingMessage]
  expect(answer.statusCode).toBe(413)
  asked.destroy()
  await wire.close()
})

test.each(HELD)('the connection on which %s refused more than %i bytes goes on', async (path, most) => {
  const wire = await openWire()
  const { hostname, port } = new URL(wire.address)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (method: string, where: string, bytes: number) => {
    const headers = { ...OURS, host: `${hostname}:${port}`, cookie: await cookieOf('julie') }
    const asked = request({ hostname, port, path: where, method, headers, agent })
    const answered = once(asked, 'response')
    for (let sent = 0; sent < bytes; sent += PIECE.byteLength) asked.write(PIECE)
    asked.end()
    // safe because that is what a request emits with its response
    const [answer] = (await answered) as [IncomingMessage]
    await text(answer)
    return [answer.statusCode, asked.reusedSocket]
  }
  expect(await ask('POST', path, most + 500_000)).toEqual([413, false])
  expect(await ask('GET', '/api/health', 0)).toEqual([expect.any(Number), true])
  agent.destroy()
  await wire.close()
})
