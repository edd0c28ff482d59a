import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { GET, POST } from '#app/api/auth/[...all]/route.ts'
import { pool } from '#db/connection.ts'
import { otherSide, type OtherSide } from '../testing/fake-identity-provider.ts'
import { cookiesOf, inOwnDatabase, post } from './testing.ts'

let issuer: OtherSide
let inside: OtherSide

beforeAll(inOwnDatabase)

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'saydo-auth-'))
  ;[issuer, inside] = await Promise.all([otherSide(), otherSide()])
  issuer.tokensAt = inside.url
  issuer.person = { id: 12, name: 'Julie', email: 'julie@saydo.example', confirmed: true }
  const env = { DATA_DIR: dataDir, PUBLIC_URL: 'https://saydo.example', OIDC_ISSUER: issuer.url }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.stubEnv('OIDC_CLIENT_ID', 'saydo')
  vi.stubEnv('OIDC_CLIENT_SECRET', 'secret')
  await pool().query(`update people set email = handle || '@saydo.example'`)
  return async () => {
    await Promise.all([issuer.close(), inside.close()])
    await rm(dataDir, { recursive: true })
  }
})

async function roundTrip(): Promise<Response> {
  const setOut = await POST(post('/api/auth/sign-in/social', { provider: 'oidc', next: '/custom-models' }))
  const { url }: { url: string } = await setOut.json()
  const state = new URL(url).searchParams.get('state')
  const back = `https://saydo.example/api/auth/callback/oidc?code=code&state=${state}`
  return GET(new Request(back, { headers: { cookie: cookiesOf(setOut) } }))
}

test('a provider cannot send us to something else that lies inside', async () => {
  const answer = await roundTrip()
  expect(answer.headers.get('location')).toMatch(/\/sign-in\?error=/)
  expect(issuer.asked).toContain('/.well-known/openid-configuration')
  expect(inside.asked).toEqual([])
})

test('unless the operator allows that host', async () => {
  vi.stubEnv('OUTBOUND_HOSTS', '127.0.0.1')
  await roundTrip()
  expect(inside.asked).toContain('/oauth/token')
})
