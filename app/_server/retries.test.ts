import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api, sessionEndpoints } from '#lib/contract/api.ts'
import { type Endpoint, takesKey } from '#lib/contract/endpoint.ts'
import { type Act, ACTS, may } from '#lib/domain/permissions.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import { cookieOf } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { prepare } from './testing/fixtures.ts'
import { type Handle, PEOPLE } from './testing/means.ts'
import type { Row } from './testing/requests.ts'
import { openWire, send, type Answer, type Wire } from './testing/wire.ts'
import { rowOf, validRequest } from './testing/valid-request.ts'

let wire: Wire

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  await Promise.all([cookieOf('em'), cookieOf('engineer'), cookieOf('admin')])
  wire = await openWire()
})

afterAll(() => wire.close())

/** The engineering manager; for what they may not, an engineer or an administrator. */
const askedBy = (endpoint: Endpoint): Handle => {
  const { may: act } = rowOf(endpoint)
  const who = (['em', 'engineer', 'admin'] as const).find((one) => !isAct(act) || may(PEOPLE[one], act))
  return who ?? 'em'
}

const isAct = (act: Row['may']): act is Act => ACTS.some((one) => one === act)

const retried = async (endpoint: Endpoint, input: object, key: string): Promise<Answer> =>
  send(wire, endpoint, input, {
    cookie: await cookieOf(askedBy(endpoint)),
    'idempotency-key': key,
  })

const KEYED = api.filter(takesKey).map((endpoint): [string, Endpoint] => [endpoint.id, endpoint])

describe.each(KEYED)('%s', (_, endpoint) => {
  test('sent twice with one key is done once, and answered the same', async () => {
    const [input, key] = [await validRequest(endpoint, askedBy(endpoint)), randomUUID()]
    const first = await retried(endpoint, input, key)
    expect([first.status, first.body.detail]).toEqual([200, undefined])
    const after = await everything()
    const second = await retried(endpoint, input, key)
    expect(await everything(), 'nothing is written').toBe(after)
    if (!rowOf(endpoint).shownOnce) return expect(second.body).toEqual(first.body)
    expect(second).toMatchObject({ status: 409, body: { detail: expect.stringContaining('shown once') } })
    const [secret] = /saydo_[\w-]{43}|(?<=token=)[\w-]{43}/.exec(first.text) ?? []
    expect(secret).toBeTruthy()
    expect(await rowsWith(secret ?? '')).toBe(0)
  })

  test('with the key of another request is refused', async () => {
    const [input, key] = [await validRequest(endpoint, askedBy(endpoint)), randomUUID()]
    expect((await retried(endpoint, input, key)).status).toBe(200)
    const { again } = rowOf(endpoint)
    const other = {
      ...(await validRequest(endpoint, askedBy(endpoint))),
      ...(typeof again === 'object' ? again : {}),
    }
    const same = JSON.stringify(other) === JSON.stringify(input)
    expect(same).toBe(again === 'there is no other')
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
    const [input, key] = [await validRequest(endpoint, 'em'), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 8 }, () => retried(endpoint, input, key)))
    const done = answers.filter(({ status }) => status === 200)
    for (const { body } of done) expect([id, body]).toEqual([id, done[0]?.body])
    expect([id, done.length]).toEqual([id, rowOf(endpoint).shownOnce ? 1 : 8])
  }
})

test('the document names the header where it is honoured, which is wherever a person’s POST can be retried', () => {
  const { paths = {} } = openApiDocument('1')
  const named = [...api, ...sessionEndpoints].filter(({ path, method }) => {
    const operation = JSON.stringify(
      Object.entries(paths[path] ?? {}).find(([one]) => one === method.toLowerCase()),
    )
    return operation.includes('"Idempotency-Key"')
  })
  expect(named.map(({ id }) => id)).toEqual(KEYED.map(([id]) => id))
  const posts = api.filter(({ method }) => method === 'POST').map(({ id }) => id)
  expect(posts.filter((id) => !KEYED.some(([one]) => one === id))).toEqual([])
})
