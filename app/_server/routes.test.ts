import { beforeAll, expect, test } from 'vitest'
import { sessionEndpoints } from '#lib/contract/api.ts'
import type { Actor } from './testing/actors.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { unwritten } from './testing/refusals.ts'
import { routeFiles } from './testing/route-files.ts'
import { addressOfRoute, OPEN_ROUTES, PRIVATE, ROUTES, type RouteCase } from './testing/routes.ts'
import type { Answer } from './testing/wire.ts'

let matrix: Matrix

beforeAll(async () => {
  matrix = await openMatrix()
  return () => matrix.wire.close()
})

const HEADERS = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

/** Asks and hangs up, since a stream has no end of its own. */
async function send(
  path: string,
  headers = {},
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<Answer> {
  const answer = await fetch(matrix.wire.address + path, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const type = answer.headers.get('content-type') ?? ''
  const isStream = type === 'text/event-stream'
  if (isStream) await answer.body?.cancel()
  const text = isStream ? '' : await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: type.includes('json') ? JSON.parse(text) : {},
  }
}

const as =
  ({ name, headers }: Actor, { method, path, body }: RouteCase) =>
  () =>
    send(path, { ...(method === 'POST' ? HEADERS : {}), ...headers }, body?.(name), method)

test('every route has its row, and every session endpoint its route', async () => {
  const files = (await routeFiles('route.ts')).map(({ address }) => address).toSorted()
  expect(
    files.filter((address) => !(address in ROUTES)),
    'say in app/_server/testing/routes.ts what each of these answers, and to whom',
  ).toEqual([])
  expect(Object.keys(ROUTES).filter((address) => !files.includes(address))).toEqual([])
  expect(sessionEndpoints.map(addressOfRoute).filter((address) => !files.includes(address))).toEqual([])
})

const CASES = Object.entries(ROUTES).filter(([, cases]) => cases.length > 0)

test.each(CASES)('%s answers each actor as the table says, and writes nothing', async (_, cases) => {
  const answers = await unwritten(cases.flatMap((one) => matrix.actors.map((actor) => as(actor, one))))
  const statuses = (status: (one: RouteCase, actor: Actor, at: number) => number) =>
    cases.flatMap((one, nth) =>
      matrix.actors.map((actor, at) => {
        return `${one.method} ${one.path} ${actor.name} ${status(one, actor, nth * matrix.actors.length + at)}`
      }),
    )
  expect(statuses((_one, _actor, at) => answers[at]?.status ?? 0)).toEqual(
    statuses((one, actor) => one.status(actor)),
  )
  for (const { status, headers, body } of answers.filter((one) => one.status >= 400)) {
    expect([status, headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(body.detail).toMatch(/^\S.+\.$/)
  }
})

test('an address that is known, and one that is not, are turned away in the same words', async () => {
  const replyTo = async (email: string) => {
    const { status, body } = await send('/api/v1/sign-in', HEADERS, { email, password: 'not the right one' })
    return { status, body: { ...body, request: '' } }
  }
  expect(await replyTo('em@saydo.invalid')).toEqual(await replyTo('nobody@elsewhere.invalid'))
})

test('what is open to everybody names no person, and nothing that people work on', async () => {
  for (const path of ['/api/health', '/api/metrics', '/api/openapi.json'])
    expect((await send(path)).text, path).not.toMatch(PRIVATE)
})

test.each([
  ['another site', { ...HEADERS, 'sec-fetch-site': 'cross-site' }],
  ['another part of this site', { ...HEADERS, 'sec-fetch-site': 'same-site' }],
  ['an origin that is not ours', { 'content-type': 'application/json', origin: 'https://evil.example' }],
  ['nobody knows where', { 'content-type': 'application/json' }],
  ['a form', { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' }],
])('no route takes what comes from %s, as any role', async (_, headers) => {
  const em = matrix.actors.find(({ name }) => name === 'em')?.headers
  const answers = await unwritten(
    OPEN_ROUTES.map(
      ([path, body]) =>
        () =>
          send(path, { ...headers, ...em }, body),
    ),
  )
  expect(answers.map(({ status }, at) => [OPEN_ROUTES[at]?.[0], status])).toEqual(
    OPEN_ROUTES.map(([path]) => [path, 403]),
  )
})

test.each(['PUT', 'PATCH', 'DELETE', 'GET'])('no open route knows %s', async (method) => {
  const openAlone = OPEN_ROUTES.filter(([path]) => !(method === 'GET' && path.startsWith('/api/auth')))
  const answers = await unwritten(
    openAlone.map(
      ([path]) =>
        () =>
          send(path, HEADERS, method === 'GET' ? undefined : {}, method),
    ),
  )
  for (const { status, headers, body } of answers) {
    expect([status, headers.get('content-type')]).toEqual([405, 'application/problem+json'])
    expect(headers.get('allow')?.split(', ')).not.toContain(method)
    expect(body.detail).toMatch(/^This address accepts only .*\.$/)
  }
})
