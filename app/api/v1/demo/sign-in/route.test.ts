import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { cookiesOf, inOwnDatabase, OURS, post } from '#app/_server/auth/testing.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { POST as signOut } from '../../sign-out/route.ts'
import { POST } from './route.ts'

beforeAll(inOwnDatabase)

beforeEach(() => {
  vi.stubEnv('SAYDO_DATABASE', 'embedded')
  vi.stubEnv('HOST', '127.0.0.1')
  return () => vi.unstubAllEnvs()
})

const enter = (person: unknown, headers: Record<string, string> = OURS) =>
  POST(post('/api/v1/demo/sign-in', { person }, headers))

const speaksFor = async (answer: Response) =>
  (await whoIs(pool(), tokenOf(cookiesOf(answer)) ?? '', 'custom-models', new Date()))?.handle ?? null

test('a name is enough to be that person', async () => {
  const answer = await enter('cindy')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ handle: 'cindy' })
  expect(await speaksFor(answer)).toBe('cindy')
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const [cookie] = (await enter('cindy')).headers.getSetCookie()
  expect(cookie).toMatch(/^saydo\.session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
})

test('the browser’s last session ends when the next one begins', async () => {
  const first = await enter('cindy')
  const second = await enter('newick', { ...OURS, cookie: cookiesOf(first) })
  expect(await speaksFor(first)).toBeNull()
  expect(await speaksFor(second)).toBe('newick')
})

test('after signing out the cookie is gone, and what it carried speaks for no person', async () => {
  const entered = await enter('cindy')
  const left = await signOut(post('/api/v1/sign-out', {}, { ...OURS, cookie: cookiesOf(entered) }))
  expect(left.headers.getSetCookie()).toEqual(['saydo.session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
  expect(await speaksFor(entered)).toBeNull()
})

test('a script on this machine needs no page', async () => {
  expect((await enter('cindy', { 'content-type': 'application/json', host: '127.0.0.1:3000' })).status).toBe(
    200,
  )
})

test.each([
  ['with a database of its own', { SAYDO_DATABASE: 'external' }],
  ['on an address that others can reach', { HOST: '0.0.0.0' }],
  ['behind a public address', { PUBLIC_URL: 'https://saydo.example' }],
])('%s there is no such route', async (_, env) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const answer = await enter('cindy')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await answer.json()).toMatchObject({ code: 'not_found', detail: 'Address not found.' })
})

test('a name that leads to this machine from elsewhere opens nothing', async () => {
  expect((await enter('cindy', { ...OURS, host: 'rebound.example' })).status).toBe(404)
})

test('a page of another site cannot sign anybody in', async () => {
  expect((await enter('cindy', { ...OURS, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test.each(['nobody', 'Robert; drop table'])('“%s” is no person', async (person) => {
  expect([404, 422]).toContain((await enter(person)).status)
})

test.each([[{}], [{ person: 'cindy', admin: true }], [[]], ['cindy'], [null]])(
  '%j is no choice',
  async (body) => {
    expect((await POST(post('/api/v1/demo/sign-in', body))).status).toBe(422)
  },
)
