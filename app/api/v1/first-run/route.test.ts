import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { setupLink } from '#app/_server/auth/first-run.ts'
import { cookiesOf, inOwnDatabase, OURS, post } from '#app/_server/auth/testing.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { POST } from './route.ts'

beforeAll(inOwnDatabase)

beforeEach(async () => {
  vi.stubEnv('SAYDO_DATABASE', 'external')
  await pool().query('delete from accounts; delete from verifications; delete from people where admin')
  return () => vi.unstubAllEnvs()
})

async function tokenOfLink(): Promise<string> {
  const link = await setupLink('https://saydo.example')
  expect(link).toMatch(/^https:\/\/saydo\.example\/first-run\?token=[\w-]{43}$/)
  return new URL(link ?? '').searchParams.get('token') ?? ''
}

const setUp = (token: string, stated: object = {}, headers = OURS) => {
  const facts = {
    name: 'First Admin',
    handle: 'Root',
    email: 'Root@Saydo.example',
    password: 'correct horse battery',
  }
  return POST(post('/api/v1/first-run', { token, ...facts, ...stated }, headers))
}

test('the person who follows the link that the start printed runs the installation, and is signed in', async () => {
  const answer = await setUp(await tokenOfLink())
  expect(answer.status).toBe(200)
  const who = await whoIs(pool(), tokenOf(cookiesOf(answer)) ?? '', 'custom-models', new Date())
  expect(who).toMatchObject({ handle: 'root', admin: true, group: { slug: 'custom-models' } })
})

test('the link works once', async () => {
  const token = await tokenOfLink()
  await setUp(token)
  const answer = await setUp(token, { handle: 'second', email: 'second@saydo.example' })
  expect(answer.status).toBe(404)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('a password that is too short costs a try, not the link', async () => {
  const token = await tokenOfLink()
  const refused = await setUp(token, { password: 'short' })
  expect(await refused.json()).toMatchObject({
    status: 422,
    fields: [{ field: 'password', because: 'At least 12 characters.' }],
  })
  expect((await setUp(token)).status).toBe(200)
})

test('a made-up token sets nothing up', async () => {
  await tokenOfLink()
  expect((await setUp('made-up')).status).toBe(404)
  expect((await pool().query('select from people where admin')).rowCount).toBe(0)
})

test('a page of another site cannot use the link', async () => {
  expect((await setUp(await tokenOfLink(), {}, { ...OURS, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('no link is printed once a person can sign in, nor in the demo', async () => {
  vi.stubEnv('SAYDO_DATABASE', 'embedded')
  expect(await setupLink('https://saydo.example')).toBeNull()
  vi.stubEnv('SAYDO_DATABASE', 'external')
  await setUp(await tokenOfLink())
  expect(await setupLink('https://saydo.example')).toBeNull()
})
