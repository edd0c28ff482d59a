import { beforeAll, expect, test } from 'vitest'
import { api, sessionEndpoints } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { cookieOf } from './testing/ask.ts'
import { countEverything } from './testing/database-checksum.ts'
import { nounOfPath } from './testing/identifiers.ts'
import { ODD_PARTS, ODD_QUERIES, ODD_TEXTS, oddBodies, poisoned } from './testing/fuzz-bodies.ts'
import { refused, unwritten } from './testing/refusals.ts'
import { answerByRoute, routeFiles, type RouteFile } from './testing/route-files.ts'
import { prepare } from './testing/fixtures.ts'
import { validRequest } from './testing/valid-request.ts'
import type { Answer } from './testing/wire.ts'

let routes: RouteFile[]
let cookie = ''

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  routes = await routeFiles('route.ts')
  cookie = await cookieOf('em')
})

type RawRequest = { method: string; path: string; body?: string; signedIn?: boolean }

/** Asks the route without a network in between, where thousands of refusals would wait for one another. */
const ask =
  ({ method, path, body, signedIn = true }: RawRequest) =>
  async (): Promise<Answer> => {
    const headers = {
      ...(signedIn ? { cookie } : {}),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }),
    }
    const asked = { method, headers, ...(body === undefined ? {} : { body }) }
    const answer = await answerByRoute(routes, new Request(`http://127.0.0.1:3000${path}`, asked))
    const type = answer.headers.get('content-type') ?? ''
    // A stream that should not have begun has no end of its own.
    if (type === 'text/event-stream') await answer.body?.cancel()
    const text = type === 'text/event-stream' ? '' : await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: type.includes('json') && text !== '' ? JSON.parse(text) : {},
    }
  }

const byId = (endpoints: readonly Endpoint[]) => endpoints.map((one): [string, Endpoint] => [one.id, one])

/** The path as it is, with one of its parts replaced as it stands. */
const addressWith = ({ path }: Endpoint, request: Record<string, unknown>, name = '', part = '') =>
  `/api/v1${path.replace(/\{(\w+)\}/g, (_, one: string) => (one === name ? part : encodeURIComponent(String(request[one]))))}`

const bodyOf = (endpoint: Endpoint, request: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(request).filter(([name]) => !pathNames(endpoint.path).includes(name)))

test.each(byId(api.filter(({ path }) => pathNames(path).length > 0)))(
  '%s says in words that a part of its path is none',
  async (_, endpoint) => {
    const request = await validRequest(endpoint, 'em')
    const body = endpoint.method === 'GET' ? undefined : JSON.stringify(bodyOf(endpoint, request))
    const query = endpoint.method === 'GET' ? `?${new URLSearchParams(queryOf(endpoint, request))}` : ''
    const asks = pathNames(endpoint.path)
      .filter((name) => nounOfPath(name) !== null)
      .flatMap((name) => ODD_PARTS.map((part) => addressWith(endpoint, request, name, part) + query))
    const answers = await refused(
      asks.map((path) => ask({ method: endpoint.method, path, ...(body ? { body } : {}) })),
    )
    expect(answers.filter(({ status }) => ![400, 404, 414, 422, 431].includes(status))).toEqual([])
  },
)

const queryOf = (endpoint: Endpoint, request: Record<string, unknown>) =>
  Object.entries(bodyOf(endpoint, request)).map(([name, value]): [string, string] => [name, String(value)])

test.each(byId(api.filter(({ method }) => method === 'GET')))(
  '%s says in words that its query holds what no endpoint asks for',
  async (_, endpoint) => {
    const request = await validRequest(endpoint, 'em')
    const path = addressWith(endpoint, request)
    const valid = new URLSearchParams(queryOf(endpoint, request)).toString()
    const twice = queryOf(endpoint, request).map(
      ([name, value]) => `${valid}&${new URLSearchParams([[name, value]])}`,
    )
    const odd = [...ODD_QUERIES.map((query) => (valid ? `${valid}&${query}` : query)), ...twice]
    await refused(odd.map((query) => ask({ method: 'GET', path: `${path}?${query}` })))
  },
)

const WRITES = api.filter(({ method }) => method !== 'GET')

test.each(byId(WRITES))('%s takes no __proto__ and no constructor, however deep', async (_, endpoint) => {
  const request = await validRequest(endpoint, 'em')
  const [path, { method }] = [addressWith(endpoint, request), endpoint]
  const answers = await refused(
    poisoned(bodyOf(endpoint, request)).map((body) => ask({ method, path, body })),
  )
  expect(answers.filter(({ status }) => status !== 422)).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin')
})

test.each(byId(WRITES))('%s takes no more than a megabyte', async (_, endpoint) => {
  const request = await validRequest(endpoint, 'em')
  const body = JSON.stringify({ ...bodyOf(endpoint, request), title: 'x'.repeat(1_000_001) })
  const [answer] = await refused([
    ask({ method: endpoint.method, path: addressWith(endpoint, request), body }),
  ])
  expect(answer?.status).toBe(413)
})

const ENOUGH = 100
/** To sign out takes no words: whatever is sent, one is signed out. */
const SESSION_ENDPOINTS = sessionEndpoints.filter(({ id }) => id !== 'sessions.sign_out')
const VALID: Record<string, object> = {
  'sessions.sign_in': { email: 'em@saydo.invalid', password: 'not the right one' },
  'sessions.demo_sign_in': { person: 'julie' },
  'people.first_run': {
    token: 'a',
    name: 'A',
    handle: 'a',
    email: 'a@saydo.invalid',
    password: 'correct horse battery',
  },
  'invitations.accept': {
    token: 'a',
    newcomer: { name: 'A', handle: 'a', password: 'correct horse battery' },
  },
}

test.each(byId(SESSION_ENDPOINTS))(
  '%s, a session endpoint, says what is wrong, and begins no session',
  async (_, endpoint) => {
    const valid = VALID[endpoint.id]
    if (!valid) throw new Error(`Say what a valid request at ${endpoint.id} is.`)
    const wrong = oddBodies(endpoint, valid, 7, ENOUGH * 8)
      .filter((body) => !endpoint.input.safeParse(body).success)
      .slice(0, ENOUGH)
      .map((body) => JSON.stringify(body))
    expect(wrong).toHaveLength(ENOUGH)
    const large = JSON.stringify({ ...valid, name: 'x'.repeat(1_000_001) })
    const path = addressWith(endpoint, {})
    const bodies = [...wrong, ...poisoned(valid), ...ODD_TEXTS.map(([, text]) => text), large]
    const answers = await refused(bodies.map((body) => ask({ method: 'POST', path, body, signedIn: false })))
    expect(answers.at(-1)?.status).toBe(endpoint.id === 'sessions.demo_sign_in' ? 404 : 413)
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
  },
)

test('to set out for a provider says in words what is wrong', async () => {
  const bodies = [
    {},
    { provider: 'github' },
    { provider: ['gitlab'] },
    { provider: 'gitlab', next: 7 },
    { provider: 'gitlab', x: 1 },
  ].map((body) => JSON.stringify(body))
  const all = [
    ...bodies,
    ...poisoned({ provider: 'gitlab', next: '/' }),
    ...ODD_TEXTS.map(([, text]) => text),
  ]
  const path = '/api/auth/sign-in/social'
  const answers = await refused(all.map((body) => ask({ method: 'POST', path, body, signedIn: false })))
  expect(answers.filter(({ status }) => ![413, 422].includes(status))).toEqual([])
})

test('coming back from a provider with anything else than what it gave leads to the sign-in page, and begins no session', async () => {
  const odd = ['', 'code=1', 'state=1', 'code=1&state=1', 'error=x', ...ODD_QUERIES]
  const paths = odd.map((query) => `/api/auth/callback/gitlab?${query}`)
  const answers = await unwritten(paths.map((path) => ask({ method: 'GET', path, signedIn: false })))
  for (const [at, { status, headers }] of answers.entries()) {
    expect(status, paths[at]).toBeLessThan(500)
    expect(headers.getSetCookie().filter((one) => one.includes('session'))).toEqual([])
  }
})

test('the live stream says in words that it is of no group, or from nowhere', async () => {
  const groups = ['', 'group=', 'group=a&group=b', ...ODD_PARTS.map((part) => `group=${part}`)]
  const places = ['-1', '1.5', 'abc', '1e400', '%00'].map((part) => `group=custom-models&after=${part}`)
  const all = [...groups, ...places]
  const answers = await refused(all.map((query) => ask({ method: 'GET', path: `/api/live?${query}` })))
  for (const [at, { status }] of answers.entries()) expect([400, 404, 422, 431], all[at]).toContain(status)
})
