import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api as endpoints } from '#lib/contract/api.ts'
import { ask, cookieOf } from '../testing/ask.ts'

const GROUP = '/groups/custom-models'

beforeAll(useOwnDatabase)

type Made = { secret: string; token: { id: string; hint: string } }

async function aToken(as: string, scope: 'read' | 'write', days = 30): Promise<Made> {
  const { status, body } = await ask('/me/tokens', {
    as,
    method: 'POST',
    body: { title: `A program that ${scope}s`, scope, days },
  })
  expect(status).toBe(200)
  // safe because every answer to a GET or POST is checked against its shape in api.test.ts
  return body as unknown as Made
}

/** What a program sends: no cookie, no word of where it comes from. */
const asked = (secret: string, path: string, method = 'GET', body?: unknown) =>
  ask(path, {
    method,
    body,
    headers: {
      authorization: `Bearer ${secret}`,
      'sec-fetch-site': 'cross-site',
      'content-type': 'text/plain',
    },
  })

test('a token that may write does what its person may, without a cookie and from anywhere', async () => {
  const { secret } = await aToken('julie', 'write')
  expect((await asked(secret, '/me')).body).toMatchObject({ handle: 'julie' })
  const made = await asked(secret, `${GROUP}/issues`, 'POST', { title: 'Written by a program' })
  expect(made).toMatchObject({ status: 200, body: { card: { title: 'Written by a program' } } })
  const labels = await asked(secret, `${GROUP}/labels`, 'POST', { title: 'not-for-engineers' })
  expect(labels.status).toBe(403)
})

test('a token that reads is refused every write, with a sentence, and nothing is written', async () => {
  const { secret } = await aToken('mohamed', 'read')
  expect((await asked(secret, `${GROUP}/issues`)).status).toBe(200)
  const { rows: before } = await pool().query('select count(*) from events')
  for (const { method, path, access } of endpoints.filter((one) => one.method !== 'GET')) {
    if (access === 'in_person') continue
    const filled = path.replace('{group}', 'custom-models').replace(/\{\w+\}/g, '1')
    const { status, body } = await asked(secret, filled, method, {})
    expect([method, filled, status, body.rule]).toEqual([method, filled, 403, 'token_reads_only'])
    expect(body.detail).toContain('is read only')
  }
  expect((await pool().query('select count(*) from events')).rows).toEqual(before)
})

test('no token manages tokens or sessions, not even those of its own person', async () => {
  const { secret, token } = await aToken('julie', 'write')
  for (const { method, path } of endpoints.filter(({ access }) => access === 'in_person')) {
    const filled = path.replace(/\{\w+\}/g, token.id)
    const { status, body } = await asked(secret, filled, method, method === 'GET' ? undefined : {})
    expect([method, filled, status, body.rule]).toEqual([method, filled, 403, 'not_by_token'])
  }
})

test('a token that was revoked opens nothing from the next request on', async () => {
  const { secret, token } = await aToken('julie', 'write')
  expect((await asked(secret, '/me')).status).toBe(200)
  expect((await ask(`/me/tokens/${token.id}`, { as: 'julie', method: 'DELETE', body: {} })).status).toBe(200)
  expect((await asked(secret, '/me')).status).toBe(401)
  expect((await ask('/me/tokens', { as: 'julie' })).body.items).not.toContainEqual(
    expect.objectContaining({ id: token.id }),
  )
})

test('a token runs out, and its list says so', async () => {
  const { secret, token } = await aToken('julie', 'read', 1)
  await pool().query(`update access_tokens set expires_at = now() - interval '1 second' where id = $1`, [
    token.id,
  ])
  expect((await asked(secret, '/me')).status).toBe(401)
  expect((await ask('/me/tokens', { as: 'julie' })).body.items).toContainEqual(
    expect.objectContaining({ id: token.id, expired: true }),
  )
})

test('people neither see nor revoke the tokens of another person', async () => {
  const { token } = await aToken('julie', 'read')
  expect(JSON.stringify((await ask('/me/tokens', { as: 'newick' })).body)).not.toContain(token.id)
  const theirs = await ask(`/me/tokens/${token.id}`, { as: 'newick', method: 'DELETE', body: {} })
  const none = await ask('/me/tokens/no-such-token', { as: 'newick', method: 'DELETE', body: {} })
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual(none.body)
})

test('the database keeps the hash of a token and never the token', async () => {
  const { secret, token } = await aToken('julie', 'read')
  expect(secret).toMatch(/^saydo_[\w-]{43}$/)
  expect(secret.startsWith(token.hint)).toBe(true)
  const { rows } = await pool().query('select * from access_tokens')
  expect(JSON.stringify(rows)).toContain(token.id)
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(JSON.stringify(rows)).not.toContain(secret.slice('saydo_'.length))
})

test('the last use is noted, to the minute', async () => {
  const { secret, token } = await aToken('julie', 'read')
  const used = async () =>
    (await pool().query('select last_used_at from access_tokens where id = $1', [token.id])).rows[0]
      .last_used_at
  expect(await used()).toBeNull()
  await asked(secret, '/me')
  const first = await used()
  expect(first).not.toBeNull()
  await asked(secret, '/me')
  expect(await used()).toEqual(first)
})

test('who sends a token that is none does not come in by the cookie beside it', async () => {
  const cookie = await cookieOf('julie')
  const session = cookie.split('=')[1] ?? ''
  for (const secret of ['', 'nonsense', session, `saydo_${'a'.repeat(43)}`]) {
    const { status } = await ask('/me', { cookie, headers: { authorization: `Bearer ${secret}` } })
    expect([secret, status]).toEqual([secret, 401])
  }
  const ofProxy = await ask('/me', { cookie, headers: { authorization: 'Basic dTpw' } })
  expect(ofProxy.status, 'the header of a proxy is none of ours').toBe(200)
})

test('a token lasts a year at most, and has to say how long', async () => {
  for (const days of [0, 366, 1.5, undefined]) {
    const body = { title: 'Forever', scope: 'read', days }
    expect((await ask('/me/tokens', { as: 'julie', method: 'POST', body })).status).toBe(422)
  }
})

test('sessions are listed with the one that asks marked, and each can be ended', async () => {
  const [cookie, other] = [await cookieOf('cindy'), 'x'.repeat(43)]
  await pool().query(
    `insert into sessions (id, token, person_id, user_agent, expires_at)
      select 'other', $1, id, 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', now() + interval '1 day'
      from people where handle = 'cindy'`,
    [other],
  )
  const { body } = await ask('/me/sessions', { cookie })
  expect(body.items).toMatchObject([
    { id: 'other', device: 'Firefox on Linux', current: false },
    { current: true },
  ])
  const end = (as: string) => ask('/me/sessions/other', { as, method: 'DELETE', body: {} })
  expect((await end('newick')).status).toBe(404)
  expect((await end('cindy')).body).toEqual({ ended: 1 })
  expect((await end('cindy')).status).toBe(404)
})

test('ending all other sessions leaves the one that asks', async () => {
  const cookie = await cookieOf('patrick')
  await pool().query(
    `insert into sessions (id, token, person_id, expires_at)
      select 's' || n, 't' || n, id, now() + interval '1 day' from people, generate_series(1, 3) n where handle = 'patrick'`,
  )
  expect((await ask('/me/sessions', { cookie, method: 'DELETE', body: {} })).body).toEqual({ ended: 3 })
  expect((await ask('/me', { cookie })).status).toBe(200)
})
