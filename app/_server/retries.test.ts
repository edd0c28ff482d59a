import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api, doors } from '#lib/contract/api.ts'
import { type Endpoint, takesKey } from '#lib/contract/endpoint.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import { cookieOf } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { type Handle, setTheScene } from './testing/fixtures.ts'
import { openWire, send, type Answer, type Wire } from './testing/wire.ts'
import { wish } from './testing/valid-request.ts'

let wire: Wire

beforeAll(async () => {
  await useOwnDatabase()
  await setTheScene()
  await countEverything()
  await Promise.all([cookieOf('em'), cookieOf('admin')])
  wire = await openWire()
})

afterAll(() => wire.close())

/** Their answer holds a secret, which is told once and kept nowhere. */
const SHOWN_ONCE = ['invitations.create', 'tokens.create']
/** They say nothing beside the group, so that there is no other request of their kind. */
const ALWAYS_THE_SAME = ['groups.remove_sample', 'templates.begin']
/** What a wish for these says is the same each time; another one says this. */
const OTHERWISE: Record<string, object> = {
  'inbox.done': { events: [900_001] },
  'inbox.snooze': { events: [900_001] },
}

/** What the engineering manager may not. */
const ASKED_BY: Record<string, Handle> = { 'groups.found': 'admin' }

const retried = async (endpoint: Endpoint, input: object, key: string): Promise<Answer> =>
  send(wire, endpoint, input, {
    cookie: await cookieOf(ASKED_BY[endpoint.id] ?? 'em'),
    'idempotency-key': key,
  })

const KEYED = api.filter(takesKey).map((endpoint): [string, Endpoint] => [endpoint.id, endpoint])

describe.each(KEYED)('%s', (id, endpoint) => {
  test('sent twice with one key is done once, and answered the same', async () => {
    const [input, key] = [await wish(endpoint, 'em'), randomUUID()]
    const first = await retried(endpoint, input, key)
    expect([first.status, first.body.detail]).toEqual([200, undefined])
    const after = await everything()
    const second = await retried(endpoint, input, key)
    expect(await everything(), 'nothing is written').toBe(after)
    if (!SHOWN_ONCE.includes(id)) return expect(second.body).toEqual(first.body)
    expect(second).toMatchObject({ status: 409, body: { detail: expect.stringContaining('shown once') } })
    const [secret] = /saydo_[\w-]{43}|(?<=token=)[\w-]{43}/.exec(first.text) ?? []
    expect(secret).toBeTruthy()
    expect(await rowsWith(secret ?? '')).toBe(0)
  })

  test('with the key of another request is refused', async () => {
    const [input, key] = [await wish(endpoint, 'em'), randomUUID()]
    expect((await retried(endpoint, input, key)).status).toBe(200)
    const other = { ...(await wish(endpoint, 'em')), ...OTHERWISE[id] }
    const same = JSON.stringify(other) === JSON.stringify(input)
    expect(same).toBe(ALWAYS_THE_SAME.includes(id))
    if (same) return
    const before = await everything()
    const refused = await retried(endpoint, other, key)
    expect(refused).toMatchObject({ status: 422, body: { rule: 'key_reused' } })
    expect(await everything()).toBe(before)
  })
})

/** Rows of any table that hold a text as it is. */
async function rowsWith(text: string): Promise<number> {
  const { rows } = await pool().query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  let found = 0
  for (const { name } of rows) {
    const { rowCount } = await pool().query(`select from ${name} t where strpos(t::text, $1) > 0`, [text])
    found += rowCount ?? 0
  }
  return found
}

test('eight retries at the same moment are one act, of a token and of an inbox too', async () => {
  for (const id of ['tokens.create', 'inbox.done', 'issues.watch']) {
    const endpoint = api.find((one) => one.id === id)
    if (!endpoint) throw new Error(`There is no endpoint ${id}.`)
    const [input, key] = [await wish(endpoint, 'em'), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 8 }, () => retried(endpoint, input, key)))
    const done = answers.filter(({ status }) => status === 200)
    for (const { body } of done) expect([id, body]).toEqual([id, done[0]?.body])
    expect([id, done.length]).toEqual([id, SHOWN_ONCE.includes(id) ? 1 : 8])
  }
})

test('the document names the header where it is honoured, which is wherever a POST of somebody can be retried', () => {
  const { paths = {} } = openApiDocument('1')
  const named = [...api, ...doors].filter(({ path, method }) => {
    const operation = JSON.stringify(
      Object.entries(paths[path] ?? {}).find(([one]) => one === method.toLowerCase()),
    )
    return operation.includes('"Idempotency-Key"')
  })
  expect(named.map(({ id }) => id)).toEqual(KEYED.map(([id]) => id))
  const posts = api.filter(({ method }) => method === 'POST').map(({ id }) => id)
  expect(posts.filter((id) => !KEYED.some(([one]) => one === id))).toEqual([])
})
