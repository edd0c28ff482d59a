import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { hashPassword } from '#app/_server/auth/password.ts'
import { cookiesOf, givePassword, inOwnDatabase, OURS, post } from '#app/_server/auth/testing.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { POST } from './route.ts'

const PASSWORD = 'correct horse battery'
const KNOWN = 'julie@custom-models.example'

beforeAll(inOwnDatabase)

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'saydo-auth-'))
  vi.stubEnv('DATA_DIR', dataDir)
  await pool().query('update people set email = $1 where handle = $2', [KNOWN, 'julie'])
  await givePassword('julie', await hashPassword(PASSWORD))
  return () => rm(dataDir, { recursive: true })
})

beforeEach(async () => {
  await pool().query('delete from rate_limits')
})

const enter = (email: string, password: string, headers = OURS) =>
  POST(post('/api/v1/sign-in', { email, password }, headers))

test('e-mail address and password begin a session', async () => {
  const answer = await enter('Julie@Custom-Models.example', PASSWORD)
  expect(answer.status).toBe(200)
  const token = tokenOf(cookiesOf(answer))
  expect((await whoIs(pool(), token ?? '', 'custom-models', new Date()))?.handle).toBe('julie')
  expect(answer.headers.get('set-cookie')).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/)
})

test('the token travels in the cookie alone, and rests in the table as a hash', async () => {
  const answer = await enter(KNOWN, PASSWORD)
  const token = tokenOf(cookiesOf(answer)) ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(await answer.text()).toBe('{}')
  const { rows } = await pool().query('select * from sessions')
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('an address that is unknown is answered as a wrong password is, word for word', async () => {
  const wrong = await enter(KNOWN, 'wrong')
  const unknown = await enter('nobody@custom-models.example', 'wrong')
  expect(wrong.status).toBe(401)
  expect(unknown.status).toBe(401)
  expect(await unknown.json()).toEqual(await wrong.json())
  expect([...unknown.headers]).toEqual([...wrong.headers])
})

test('a person without a password is answered like a person who does not exist', async () => {
  await pool().query('update people set email = $1 where handle = $2', [
    'cindy@custom-models.example',
    'cindy',
  ])
  expect((await enter('cindy@custom-models.example', PASSWORD)).status).toBe(401)
})

test('an address that is unknown is as much work as a wrong password', async () => {
  /** Milliseconds of processor, which do not grow with what else runs on the machine. */
  const work = async (email: string) => {
    const before = process.cpuUsage()
    await enter(email, 'wrong')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  let [unknown, known] = [Infinity, Infinity]
  for (let round = 0; round < 5; round += 1) {
    unknown = Math.min(unknown, await work('nobody@custom-models.example'))
    known = Math.min(known, await work(KNOWN))
  }
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
})

test('ten wrong passwords close an address for a while, known or not, and the right one too', async () => {
  for (const email of [KNOWN, 'nobody@custom-models.example']) {
    for (let tries = 0; tries < 10; tries += 1) expect((await enter(email, 'wrong')).status).toBe(401)
    await pool().query(`delete from rate_limits where key not like 'password|%'`)
    const answer = await enter(email, PASSWORD)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
    await pool().query(`delete from rate_limits where key not like 'password|%'`)
  }
})

test('the count of tries names no person', async () => {
  await enter(KNOWN, 'wrong')
  const { rows } = await pool().query('select key from rate_limits')
  expect(JSON.stringify(rows)).not.toContain('julie')
})

test('a page of another site cannot sign anybody in', async () => {
  expect((await enter(KNOWN, PASSWORD, { ...OURS, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('what is no address is refused with the field', async () => {
  const answer = await enter('julie', PASSWORD)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ fields: [{ field: 'email' }] })
})
