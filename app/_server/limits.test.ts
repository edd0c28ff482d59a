import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { useOwnDatabase } from '#db/testing/group.ts'
import { cookieOf } from './testing/ask.ts'
import { prepare } from './testing/fixtures.ts'
import { OURS } from './testing/means.ts'

const running: ChildProcess[] = []

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await cookieOf('em')
})

afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')))

/** A process of its own with these settings; its address. */
async function aProcess(settings: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'silent', AUTH_SECRET: 'x'.repeat(32), ...settings },
  })
  running.push(child)
  const [address]: unknown[] = await once(createInterface(child.stdout), 'line')
  return String(address)
}

type Reply = { status: number | undefined; retryAfter: string | undefined; text: string }

/** Unlike fetch, this lets a test say who asks and under which name. */
async function post(address: string, path: string, body: object, headers = {}): Promise<Reply> {
  const asked = request(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
  })
  asked.end(JSON.stringify(body))
  const [answer] = await once(asked, 'response')
  return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], text: await text(answer) }
}

const tryAs = (address: string, email: string, headers = {}) =>
  post(address, '/api/v1/sign-in', { email, password: 'not the right one' }, headers)

test('an address that has used up its tries stays closed though the process is another', async () => {
  const first = await aProcess()
  for (let nth = 0; nth < 10; nth += 1) expect((await tryAs(first, 'em@saydo.invalid')).status).toBe(401)
  const closed = await tryAs(first, 'em@saydo.invalid')
  expect(closed).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) })
  running.splice(0).forEach((child) => child.kill('SIGKILL'))
  const second = await aProcess()
  const still = await tryAs(second, 'EM@saydo.invalid')
  expect(still).toMatchObject({ status: 429, text: expect.stringContaining('Too many attempts. Wait') })
  expect(Number(still.retryAfter)).toBeLessThanOrEqual(Number(closed.retryAfter))
  expect((await tryAs(second, 'pm@saydo.invalid')).status).toBe(401)
})

/** In a minute, for one caller, whatever the addresses that they try. */
const MOST = 20

async function useUp(address: string, from: string): Promise<Reply> {
  for (let nth = 0; nth < MOST + 2; nth += 1) {
    const reply = await tryAs(address, `${from}-${nth}@saydo.invalid`, { 'x-forwarded-for': from })
    if (reply.status === 429) return reply
  }
  throw new Error(`${from} was let in ${MOST + 2} times.`)
}

test('behind a trusted proxy each caller has tries of their own, and makes up no other address', async () => {
  const address = await aProcess({ TRUSTED_PROXIES: '127.0.0.1' })
  expect((await useUp(address, '203.0.113.1')).retryAfter).toMatch(/^\d+$/)
  const from = (chain: string) => tryAs(address, 'a@saydo.invalid', { 'x-forwarded-for': chain })
  expect((await from('203.0.113.2')).status).toBe(401)
  // What stands before the address that the proxy saw was said by the caller.
  expect((await from('198.51.100.7, 203.0.113.1')).status).toBe(429)
  expect((await from('203.0.113.1, 203.0.113.3')).status).toBe(401)
})

test('without trusted proxies a client gets no more tries by naming another address', async () => {
  const address = await aProcess()
  await useUp(address, '203.0.113.9')
  const other = await tryAs(address, 'b@saydo.invalid', { 'x-forwarded-for': '203.0.113.10' })
  expect(other.status).toBe(429)
})

test('a link leads to the public address, under whichever allowed name it was asked for', async () => {
  const address = await aProcess({ PUBLIC_URL: 'http://saydo.example.com' })
  const { port } = new URL(address)
  const cookie = await cookieOf('em')
  for (const [nth, host] of [`localhost:${port}`, `127.0.0.1:${port}`, '127.9.9.9'].entries()) {
    const body = { email: `invited-${nth}@saydo.invalid`, role: 'engineer' }
    const reply = await post(address, `/api/v1/groups/${OURS}/invitations`, body, { cookie, host })
    const { link } = JSON.parse(reply.text)
    expect(link, host).toMatch(/^http:\/\/saydo\.example\.com\/invitation\?token=[\w-]+$/)
  }
  const evil = await post(address, '/api/v1/sign-out', {}, { host: 'evil.example' })
  expect(evil.status).toBe(421)
})
