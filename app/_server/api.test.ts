import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { api as endpoints } from '#lib/contract/api.ts'
import { anIssue } from '#db/testing/world.ts'
import { ask, cookieOf } from './testing/ask.ts'

const GROUP = '/groups/custom-models'
let ref = 0

beforeAll(async () => {
  await useOwnDatabase()
  const ctx = { ...(await personCtx('mohamed')), now: new Date() }
  const today = new Date().toISOString().slice(0, 10)
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await createMilestone(ctx, { group: 'custom-models', title: '18.8', startOn: today, dueOn: due })
  ref = await anIssue(ctx, {
    labels: ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable'],
    dri: 'julie',
  })
})

test('no request gets an answer without signing in, whatever it asks', async () => {
  for (const { method, path } of endpoints) {
    const filled = path.replace('{group}', 'custom-models').replace(/\{\w+\}/g, '1')
    const { status, body } = await ask(filled, { method, ...(method === 'GET' ? {} : { body: {} }) })
    expect([method, filled, status]).toEqual([method, filled, 401])
    expect(body.detail).toBeTruthy()
  }
})

test('a session that ended or never was opens nothing', async () => {
  const cookie = await cookieOf('cindy')
  expect((await ask('/me', { cookie })).status).toBe(200)
  await pool().query(`delete from sessions where person_id = (select id from people where handle = 'cindy')`)
  expect((await ask('/me', { cookie })).status).toBe(401)
  expect((await ask('/me', { cookie: `saydo.session=${'a'.repeat(43)}` })).status).toBe(401)
})

test('a group of others, and one that does not exist, answer the same', async () => {
  await pool().query(
    `insert into people (id, handle, name, email) values ('x', 'visitor', 'A visitor', 'visitor@saydo.invalid')`,
  )
  const [theirs, none] = [
    await ask(GROUP, { as: 'visitor' }),
    await ask('/groups/nothing', { as: 'visitor' }),
  ]
  expect(theirs).toMatchObject({ status: 404 })
  expect(theirs.body).toEqual(none.body)
})

test('a board is sent once, and then its unchanged state in a few bytes, until something happens', async () => {
  const path = `${GROUP}/boards/build`
  const first = await ask(path, { as: 'julie' })
  expect(first.status).toBe(200)
  const etag = first.headers.get('etag') ?? ''
  const again = { as: 'julie', headers: { 'if-none-match': etag } }
  expect((await ask(path, again)).status).toBe(304)
  await ask(`${GROUP}/issues/${ref}/weight`, { as: 'julie', method: 'PUT', body: { weight: 3 } })
  const changed = await ask(path, again)
  expect(changed.status).toBe(200)
  expect(changed.body.cards).toMatchObject([{ ref, weight: 3 }])
  expect(changed.headers.get('cache-control')).toBe('private, no-cache')
})

test('a filtered board is sent anew only when what it shows has changed', async () => {
  const path = `${GROUP}/boards/build?q=slow`
  const first = await ask(path, { as: 'julie' })
  const again = { as: 'julie', headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
  const unchanged = await ask(path, again)
  expect([unchanged.status, unchanged.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  await ask(`${GROUP}/issues/${ref}/weight`, { as: 'julie', method: 'PUT', body: { weight: 1 } })
  expect((await ask(path, again)).body.cards).toMatchObject([{ ref, weight: 1 }])
})

test('a program that kept an answer is not sent it again, and no browser is asked to keep one', async () => {
  const path = `${GROUP}/issues/${ref}`
  const first = await ask(path, { as: 'julie' })
  const again = await ask(path, {
    as: 'julie',
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  const changed = await ask(`${path}/weight`, { as: 'julie', method: 'PUT', body: { weight: 2 } })
  const refused = await ask(`${GROUP}/issues/999999`, { as: 'julie' })
  expect([first.status, again.status, changed.status, refused.status]).toEqual([200, 304, 200, 404])
  for (const { headers } of [first, again, changed, refused])
    expect(headers.get('cache-control')).toBe('no-store')
  expect(changed.headers.has('etag'), 'what changes something is never skipped').toBe(false)
  const fresh = { as: 'julie', headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
  expect((await ask(path, fresh)).status).toBe(200)
})

test.each(['issues', 'events'])('a cursor that is none is said to be none, of %s too', async (list) => {
  for (const cursor of ['one', '0', '-1', '1.5', '99999999999999999999']) {
    const { status, body } = await ask(`${GROUP}/${list}?cursor=${cursor}`, { as: 'julie' })
    expect([cursor, status]).toEqual([cursor, 422])
    expect(body.detail).toContain('cursor: Not a cursor. ')
  }
  expect((await ask(`${GROUP}/${list}?cursor=999999999999999`, { as: 'julie' })).status).toBe(200)
})

test('a board is filtered by whatever the address says', async () => {
  const count = async (query: string) => {
    const { body } = await ask(`${GROUP}/boards/build?${query}`, { as: 'julie' })
    return Array.isArray(body.cards) ? body.cards.length : -1
  }
  expect(await count('type=bug&person=julie&label=type::bug&label=Deliverable')).toBe(1)
  expect(await count('type=feature')).toBe(0)
  expect(await count('q=slow+LIST')).toBe(1)
  expect(await count('person=newick')).toBe(0)
  expect(await count('label=group::other')).toBe(0)
})

test('a refusal is a problem document with a sentence, a code and the rule', async () => {
  const { status, body, headers } = await ask(`${GROUP}/issues/${ref}/take`, { as: 'newick', method: 'POST' })
  expect(status).toBe(409)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({
    code: 'conflict',
    rule: 'taken',
    winner: 'julie',
    detail: expect.stringContaining('Julie Huang'),
  })
})

test('the Idempotency-Key makes a retry harmless', async () => {
  const once = { as: 'julie', method: 'POST', body: { title: 'Once' }, headers: { 'idempotency-key': 'k-1' } }
  const [one, two] = [await ask(`${GROUP}/issues`, once), await ask(`${GROUP}/issues`, once)]
  expect(two.body).toEqual(one.body)
  const other = await ask(`${GROUP}/issues`, { ...once, body: { title: 'Another' } })
  expect(other).toMatchObject({ status: 422, body: { rule: 'key_reused' } })
})

test('a write from another site, or without JSON, is refused', async () => {
  const body = { weight: 1 }
  const from = (headers: Record<string, string>) =>
    ask(`${GROUP}/issues/${ref}/weight`, { as: 'julie', method: 'PUT', body, headers })
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await from({ 'content-type': 'text/plain' })).status).toBe(403)
})

test('a page that is reached over plain http by an address of the network may write, and none beside it', async () => {
  const write = (headers: Record<string, string>) =>
    ask(`${GROUP}/issues/${ref}/weight`, {
      as: 'julie',
      method: 'PUT',
      body: { weight: 1 },
      headers,
      bare: true,
    })
  const host = '192.168.1.5:3000'
  expect((await write({ host, origin: 'http://192.168.1.5:3000' })).status).toBe(200)
  for (const origin of [
    'http://192.168.1.5:4000',
    'http://192.168.1.6:3000',
    'https://192.168.1.5:3000',
    'null',
  ])
    expect((await write({ host, origin })).status, origin).toBe(403)
  expect((await write({ host })).status).toBe(403)
})

const WRONG: [name: string, request: { body?: unknown; raw?: string; path?: string; method?: string }][] = [
  ['an unknown field', { body: { title: 'A', owner: 'me' } }],
  ['a column of the table', { body: { title: 'A', group_id: 2 } }],
  ['a field of the path', { body: { title: 'A', group: 'custom-models' } }],
  ['an empty title', { body: { title: '   ' } }],
  ['a title that is too long', { body: { title: 'x'.repeat(256) } }],
  ['a NUL', { body: { title: 'a\u0000b' } }],
  ['a NUL in the address', { method: 'GET', path: '/issues?q=%00' }],
  ['a weight in words', { body: { title: 'A', weight: '3' } }],
  ['a weight out of range', { body: { title: 'A', weight: -1 } }],
  ['a weight and a half', { body: { title: 'A', weight: 1.5 } }],
  ['a list instead of an object', { body: [] }],
  ['text instead of an object', { body: 'hello' }],
  ['broken JSON', { raw: '{"title":' }],
  ['a __proto__', { raw: '{"title":"A","__proto__":{"admin":true}}' }],
  ['a number that is none', { method: 'GET', path: '/issues/abc' }],
  ['a number beyond all numbers', { method: 'GET', path: '/issues/99999999999999999999' }],
  ['a filter nobody knows', { method: 'GET', path: '/issues?colour=red' }],
]

for (const [name, { path = '/issues', method = 'POST', ...sent }] of WRONG) {
  test(`${name} is answered 422 with the field and a sentence, and nothing is written`, async () => {
    const count = async () => (await pool().query('select count(*) from events')).rows
    const before = await count()
    const { status, body } = await ask(`${GROUP}${path}`, { as: 'julie', method, ...sent })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'invalid', detail: expect.stringMatching(/\w+: \S+/) })
    expect(await count()).toEqual(before)
  })
}

test('more than a megabyte is refused', async () => {
  const { status } = await ask(`${GROUP}/issues`, {
    as: 'julie',
    method: 'POST',
    raw: JSON.stringify({ title: 'x'.repeat(1_100_000) }),
  })
  expect(status).toBe(413)
})

test('what does not exist is not found, in words', async () => {
  for (const path of ['/nothing', `${GROUP}/nothing`, `${GROUP}/issues/999999`, `${GROUP}/boards/nothing`]) {
    const { status, body } = await ask(path, { as: 'julie' })
    expect([path, status]).toEqual([path, 404])
    expect(body.detail).toBeTruthy()
  }
})
