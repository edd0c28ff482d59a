import { beforeAll, expect, test } from 'vitest'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { cookiesOf, inOwnDatabase, OURS, post } from '#app/_server/auth/testing.ts'
import { cookieOf } from '#app/_server/testing/ask.ts'
import { createInvitation } from '#db/commands/invitations.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { personCtx } from '#db/testing/group.ts'
import { POST } from './route.ts'

beforeAll(inOwnDatabase)

const PASSWORD = 'correct horse battery'

async function aLink(email: string): Promise<string> {
  const em = { ...(await personCtx('mohamed')), now: new Date() }
  return (await createInvitation(em, { group: 'custom-models', email, role: 'engineer' })).secret
}

const follow = (token: string, newcomer?: object, headers: Record<string, string> = OURS) =>
  POST(post('/api/v1/invitation', { token, ...(newcomer ? { newcomer } : {}) }, headers))

test('who is new sets name, handle and password, and is signed in as a member of the group', async () => {
  const answer = await follow(await aLink('one@saydo.example'), {
    name: 'One',
    handle: 'One',
    password: PASSWORD,
  })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ group: 'custom-models', handle: 'one' })
  const who = await whoIs(pool(), tokenOf(cookiesOf(answer)) ?? '', 'custom-models', new Date())
  expect(who).toMatchObject({ handle: 'one', roles: ['engineer'] })
})

test('who has an account and is signed in joins with it; who is not is asked to sign in', async () => {
  await pool().query(
    `insert into people (id, handle, name, email) values ('v', 'visitor', 'A visitor', 'visitor@saydo.example')`,
  )
  const token = await aLink('visitor@saydo.example')
  expect((await follow(token)).status).toBe(401)
  expect((await follow(token, undefined, { ...OURS, cookie: await cookieOf('julie') })).status).toBe(403)
  const joined = await follow(token, undefined, { ...OURS, cookie: await cookieOf('visitor') })
  expect(joined.status).toBe(200)
  expect(joined.headers.get('set-cookie'), 'their session goes on').toBeNull()
})

test('a link that opens nothing is not found, whatever comes with it, and counts no tries', async () => {
  await pool().query('delete from rate_limits')
  const answer = await follow('x'.repeat(43), { name: 'Two', handle: 'two', password: PASSWORD })
  expect(answer.status).toBe(404)
  expect((await pool().query('select from rate_limits')).rowCount).toBe(0)
})

test('a link rests after ten tries', async () => {
  const token = await aLink('tries@saydo.example')
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await follow(token, { name: 'Tries', handle: 'cindy', password: PASSWORD })).status).toBe(409)
  }
  const answer = await follow(token, { name: 'Tries', handle: 'tries', password: PASSWORD })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('a page of another site lets no person in, and a short password is named', async () => {
  const token = await aLink('three@saydo.example')
  const facts = { name: 'Three', handle: 'three', password: PASSWORD }
  expect((await follow(token, facts, { ...OURS, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const short = await follow(token, { ...facts, password: 'short' })
  expect(short.status).toBe(422)
  expect(await short.json()).toMatchObject({ fields: [{ field: 'newcomer.password' }] })
})
