import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { cookiesOf, inOwnDatabase, OURS, post } from '#app/_server/auth/testing.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { otherSide, type OtherSide } from '#app/_server/testing/fake-identity-provider.ts'
import { GET, POST } from './route.ts'

let there: OtherSide

beforeAll(inOwnDatabase)

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'saydo-auth-'))
  there = await otherSide()
  const env = {
    DATA_DIR: dataDir,
    PUBLIC_URL: 'https://saydo.example',
    GITLAB_URL: there.url,
    OIDC_ISSUER: there.url,
  }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  for (const name of ['GITLAB_CLIENT_ID', 'OIDC_CLIENT_ID']) vi.stubEnv(name, 'saydo')
  for (const name of ['GITLAB_CLIENT_SECRET', 'OIDC_CLIENT_SECRET']) vi.stubEnv(name, 'secret')
  await pool().query(`update people set email = handle || '@saydo.example'`)
  return async () => {
    await there.close()
    await rm(dataDir, { recursive: true })
  }
})

beforeEach(async () => {
  await pool().query('delete from accounts; delete from sessions; delete from rate_limits')
})

/** Sets out for the provider, is welcomed there as `there.person`, and comes back. */
async function roundTrip(provider: string): Promise<Response> {
  const setOut = await POST(post('/api/auth/sign-in/social', { provider, next: '/custom-models' }))
  const { url }: { url: string } = await setOut.json()
  const asked = new URL(url).searchParams
  there.nonce = asked.get('nonce')
  const back = `https://saydo.example/api/auth/callback/${provider}?code=code&state=${asked.get('state')}`
  return GET(new Request(back, { headers: { cookie: cookiesOf(setOut) } }))
}

const speaksFor = async (answer: Response) =>
  (await whoIs(pool(), tokenOf(cookiesOf(answer)) ?? '', null, new Date()))?.handle ?? null

test.each(['gitlab', 'oidc'])(
  'through %s a person of ours comes in, and lands where they wanted to go',
  async (provider) => {
    there.person = { id: 12, name: 'Julie', email: 'julie@saydo.example', confirmed: true }
    const answer = await roundTrip(provider)
    expect(answer.headers.get('location')).toBe('/custom-models')
    expect(await speaksFor(answer)).toBe('julie')
    expect(
      answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-saydo.session=')),
    ).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax/)
  },
)

test.each(['gitlab', 'oidc'])(
  'through %s the second time the address may have changed, the person is the same',
  async (provider) => {
    there.person = { id: 12, name: 'Julie', email: 'julie@saydo.example', confirmed: true }
    await roundTrip(provider)
    there.person = { ...there.person, email: 'other@saydo.example' }
    expect(await speaksFor(await roundTrip(provider))).toBe('julie')
  },
)

test.each(['gitlab', 'oidc'])(
  'through %s a stranger is sent back: no account is made here',
  async (provider) => {
    there.person = { id: 13, name: 'Stranger', email: 'stranger@saydo.example', confirmed: true }
    const before = await pool().query('select count(*)::int as n from people')
    const answer = await roundTrip(provider)
    expect(answer.headers.get('location')).toBe('/sign-in?error=signup_disabled')
    expect(await speaksFor(answer)).toBeNull()
    expect((await pool().query('select count(*)::int as n from people')).rows).toEqual(before.rows)
  },
)

test.each(['gitlab', 'oidc'])('through %s an unconfirmed address proves nothing', async (provider) => {
  there.person = { id: 14, name: 'Not Julie', email: 'julie@saydo.example', confirmed: false }
  const answer = await roundTrip(provider)
  expect(answer.headers.get('location')).toBe('/sign-in?error=account_not_linked')
  expect(await speaksFor(answer)).toBeNull()
})

test('what would let us act at the provider is not kept', async () => {
  there.person = { id: 12, name: 'Julie', email: 'julie@saydo.example', confirmed: true }
  await roundTrip('oidc')
  await roundTrip('oidc')
  const { rows } = await pool().query('select access_token, refresh_token, id_token from accounts')
  expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
})

test('coming back without having set out leads nowhere', async () => {
  const answer = await GET(
    new Request('https://saydo.example/api/auth/callback/gitlab?code=code&state=made-up'),
  )
  expect(answer.headers.get('location')).toMatch(/\/sign-in\?error=/)
  expect(await speaksFor(answer)).toBeNull()
})

test('the way there is for pages of ours, and for providers that are set up', async () => {
  const input = { provider: 'gitlab' }
  expect(
    (await POST(post('/api/auth/sign-in/social', input, { ...OURS, 'sec-fetch-site': 'cross-site' }))).status,
  ).toBe(403)
  expect((await POST(post('/api/auth/sign-in/social', { provider: 'github' }))).status).toBe(422)
})

test.each([
  'sign-up/email',
  'sign-in/email',
  'get-session',
  'list-sessions',
  'change-password',
  'ok',
  'callback/github',
])('better-auth’s own %s is not there', async (path) => {
  expect((await POST(post(`/api/auth/${path}`, {}))).status).toBe(404)
  expect((await GET(new Request(`https://saydo.example/api/auth/${path}`))).status).toBe(404)
})
