import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET as live } from '#app/api/live/route.ts'
import { POST as signOutRoute } from '#app/api/v1/sign-out/route.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api } from '#lib/contract/api.ts'
import { readMe } from '#lib/contract/groups.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import { PERSON } from '#lib/http/speaker.ts'
import { feed } from './live/feed.ts'
import { ask, cookieOf } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { prepare } from './testing/fixtures.ts'
import { openWire, send, type Wire } from './testing/wire.ts'
import { validRequest } from './testing/valid-request.ts'

let wire: Wire

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  await cookieOf('em')
  wire = await openWire()
})

afterAll(async () => {
  await wire.close()
  await feed().stop()
})

const CLOSED = api.filter(({ access }) => access !== 'anyone')
const WRITES = CLOSED.filter(({ method }) => method !== 'GET')
/** The page of an engineer, in the browser in which the engineering manager has signed in since. */
const fromAnother = async () => ({ cookie: await cookieOf('em'), [PERSON.header]: 'engineer' })

test.each(WRITES.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s from the page of another person is refused with who is signed in, and writes nothing',
  async (_, endpoint) => {
    const input = await validRequest(endpoint, 'em')
    const before = await everything()
    const answer = await send(wire, endpoint, input, await fromAnother())
    expect(answer).toMatchObject({ status: 409, body: { code: 'other_person', person: 'em' } })
    expect(answer.body.detail).toMatch(
      /^You are signed in as \S[^,]*[^\s,], but another person opened this page\. Reload it\.$/,
    )
    expect(await everything()).toBe(before)
  },
)

test('nothing is read as another person either', async () => {
  const reads = CLOSED.filter(({ method }) => method === 'GET')
  for (const endpoint of reads) {
    const answer = await send(wire, endpoint, await validRequest(endpoint, 'em'), await fromAnother())
    expect([endpoint.id, answer.status, answer.body['code']]).toEqual([endpoint.id, 409, 'other_person'])
  }
})

test('a page of the person who is signed in, and a program that names no person, are answered', async () => {
  const cookie = await cookieOf('em')
  const headers: Record<string, string>[] = [{ cookie }, { cookie, [PERSON.header]: 'em' }]
  for (const sent of headers)
    expect(await send(wire, readMe, {}, sent)).toMatchObject({ status: 200, body: { handle: 'em' } })
})

test('a page of another person does not sign out who is signed in', async () => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const sent = { ...headers, ...(await fromAnother()) }
  const address = 'http://127.0.0.1:3000/api/v1/sign-out'
  const answer = await signOutRoute(new Request(address, { method: 'POST', headers: sent, body: '{}' }))
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([409, null])
  expect((await ask('/me', { as: 'em' })).status).toBe(200)
})

test('the live stream is not told to another person than the one for whom it is meant', async () => {
  const cookie = await cookieOf('em')
  const open = (person: string) =>
    live(
      new Request(`http://127.0.0.1:3000/api/live?group=custom-models&person=${person}`, {
        headers: { cookie },
        signal: AbortSignal.timeout(5_000),
      }),
    )
  const refused = await open('engineer')
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ code: 'other_person', person: 'em' })
  const opened = await open('em')
  expect(opened.status).toBe(200)
  await opened.body?.cancel()
})

test('the document names the header at whatever writes as a person', () => {
  const { paths = {} } = openApiDocument('1')
  for (const { id, path, method } of WRITES) {
    const operations = new Map(Object.entries(paths[path] ?? {}))
    expect([id, JSON.stringify(operations.get(method.toLowerCase()))]).toEqual([
      id,
      expect.stringContaining(`"${PERSON.header}"`),
    ])
  }
})
