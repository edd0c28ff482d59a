import { beforeAll, expect, test } from 'vitest'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { addressOf } from '#lib/http/call.ts'
import { ask, cookieOf, type Asked } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { doubledScopes } from './testing/fields.ts'
import { ODD_TEXTS, oddBodies } from './testing/fuzz-bodies.ts'
import { prepare } from './testing/fixtures.ts'
import { validRequest } from './testing/valid-request.ts'

/** Repeat a failure with `NONSENSE_SEED=… vitest run app/_server/nonsense`. */
const SEED = Number(process.env.NONSENSE_SEED ?? 7)
const EACH = 100

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  await cookieOf('em')
})

const CASES = api.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint])

function expectSentence({ status, headers, body }: Asked, what: string): void {
  expect(status, what).toBeGreaterThanOrEqual(400)
  expect(status, what).toBeLessThan(500)
  expect(headers.get('content-type'), what).toBe('application/problem+json')
  expect(body.detail, what).toMatch(/\S.*[.!?)]$/s)
}

test.each(CASES)(
  `%s says in words what is wrong with ${EACH} wrong requests, and writes nothing`,
  async (_, endpoint) => {
    const valid = await validRequest(endpoint, 'em')
    const inPath = pathNames(endpoint.path)
    const path = Object.fromEntries(Object.entries(valid).filter(([name]) => inPath.includes(name)))
    const odd = oddBodies(endpoint, valid, SEED, EACH * 4).map((body) => sentAs(endpoint, body))
    const isWrong = (body: object) => !endpoint.input.safeParse({ ...body, ...path }).success
    const wrong = odd.filter(isWrong).slice(0, EACH)
    expect(wrong).toHaveLength(EACH)
    const before = await everything()
    const answers = await Promise.all(wrong.map((body) => askWith(endpoint, path, body)))
    for (const [at, one] of answers.entries()) expectSentence(one, described(endpoint, wrong[at] ?? {}))
    expect(await everything(), 'nothing is written').toBe(before)
    for (const body of odd.filter((one) => !isWrong(one)).slice(0, EACH / 4)) {
      expect((await askWith(endpoint, path, body)).status, described(endpoint, body)).toBeLessThan(500)
    }
  },
)

const LABELLING = api.filter((endpoint) => doubledScopes(endpoint).length > 0)

test('whatever puts two labels of one scope on an issue is refused in words, and writes nothing', async () => {
  expect(LABELLING.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['issues.create', 'issues.edit', 'issues.label', 'issues.bulk', 'issues.comment']),
  )
  for (const endpoint of LABELLING) {
    for (const doubled of doubledScopes(endpoint)) {
      const valid = await validRequest(endpoint, 'em')
      const inPath = pathNames(endpoint.path)
      const [path, body] = [true, false].map((isPath) =>
        Object.fromEntries(Object.entries(valid).filter(([name]) => inPath.includes(name) === isPath)),
      )
      const before = await everything()
      expectSentence(
        await askWith(endpoint, path ?? {}, { ...body, ...doubled }),
        described(endpoint, doubled),
      )
      expect(await everything(), described(endpoint, doubled)).toBe(before)
    }
  }
})

const described = ({ id }: Endpoint, body: object) => `${id} ${JSON.stringify(body).slice(0, 300)}`

/** What the query of an address makes of values: words, and lists of words. */
function sentAs({ method }: Endpoint, body: Record<string, unknown>): Record<string, unknown> {
  if (method !== 'GET') return body
  const pairs = Object.entries(body).flatMap(([name, value]) => {
    const all = [value].flat().map((one) => String(one).toWellFormed())
    if (value === null || all.length === 0) return []
    return [[name, all.length > 1 ? all : all[0]]]
  })
  return Object.fromEntries(pairs)
}

function askWith(endpoint: Endpoint, path: object, body: Record<string, unknown>): Promise<Asked> {
  const { method } = endpoint
  const address = addressOf(endpoint, { ...body, ...path }).replace('/api/v1', '')
  return ask(address, { as: 'em', method, ...(method === 'GET' ? {} : { body }) })
}

const WRITES = api.filter(({ method }) => method !== 'GET')

test.each(ODD_TEXTS)('%s is no request, whatever is asked', async (what, raw) => {
  const before = await everything()
  const answers = await Promise.all(
    WRITES.map((endpoint) => {
      const address = addressOf(endpoint, { ...EXAMPLE }).replace('/api/v1', '')
      return ask(address, { as: 'em', method: endpoint.method, raw })
    }),
  )
  for (const [at, one] of answers.entries()) expectSentence(one, `${WRITES[at]?.id}: ${what}`)
  expect(await everything()).toBe(before)
})

const EXAMPLE = {
  group: 'custom-models',
  ref: 1,
  board: 'build',
  event: 1,
  epic: 1,
  comment: 1,
  role: 'relates',
  other: 2,
}

test.each([
  ['another content type', { 'content-type': 'text/plain' }],
  ['none', { 'content-type': '' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['files', { 'content-type': 'multipart/form-data; boundary=x' }],
])('a change with %s is refused before it is read', async (_, headers) => {
  const before = await everything()
  for (const endpoint of WRITES) {
    const address = addressOf(endpoint, { ...EXAMPLE }).replace('/api/v1', '')
    const answers = await ask(address, { as: 'em', method: endpoint.method, raw: '{}', headers })
    expect([endpoint.id, answers.status]).toEqual([endpoint.id, 403])
  }
  expect(await everything()).toBe(before)
})
