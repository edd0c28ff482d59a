import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endSession } from '#db/commands/sessions.ts'
import { pool } from '#db/connection.ts'
import { columnNames } from '#db/testing/columns.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import { cookieOf } from './testing/ask.ts'
import { countEverything, everything } from './testing/everything.ts'
import { namedBy, WORDS_OF_PATHS } from './testing/named.ts'
import { PERMITTED, type Row } from './testing/permitted.ts'
import { type Handle, type Hidden, PEOPLE, setTheScene, THEIRS, tokenOf } from './testing/scene.ts'
import { rowOf, wish } from './testing/wish.ts'
import { openWire, send, type Answer, type Wire } from './testing/wire.ts'

let wire: Wire
let hidden: Hidden
let secrets = { read: '', write: '' }

beforeAll(async () => {
  await useOwnDatabase()
  hidden = await setTheScene()
  await countEverything()
  secrets = { read: (await tokenOf('em')).secret, write: (await tokenOf('em', 'write')).secret }
  // A session that begins is written down: better now than between two counts.
  await Promise.all(HANDLES.map(cookieOf))
  wire = await openWire()
})

afterAll(() => wire.close())

// safe because these are the keys of the very table that the type is made of
const HANDLES = Object.keys(PEOPLE) as Handle[]

const asks = async (by: Handle, endpoint: Endpoint, input: object) =>
  send(wire, endpoint, input, { cookie: await cookieOf(by) })

function expected({ may: act }: Row, by: Handle): number {
  if (act === 'signed_in' || act === 'in_person') return 200
  if (by === 'stranger') return 404
  if (act === 'member') return 200
  return may(PEOPLE[by], act) ? 200 : 403
}

/** The request leaves everything as it was, and is refused in words. */
async function refused(ask: () => Promise<Answer>): Promise<Answer> {
  const before = await everything()
  const answer = await ask()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.body.detail).toMatch(/^\S.+[.!]$/)
  expect(await everything(), 'nothing is written').toBe(before)
  return answer
}

/** In what an answer differs from the shape that the contract promises. */
function asPromised({ output, media }: Endpoint, { headers, body, text }: Answer): unknown[] {
  if (media) return headers.get('content-type')?.startsWith(media) ? [] : [headers.get('content-type'), text]
  return output.safeParse(body).error?.issues ?? []
}

/** What an answer says, but for the number of the request and what was asked for. */
const words = ({ text }: Answer, name: string | number): string =>
  text.replace(/"request":"[^"]*"/, '').replaceAll(String(name), '…')

test('every promise has its row in the table of who may what', () => {
  const wanted = api.map(({ id }) => id).toSorted()
  const rows = Object.keys(PERMITTED).toSorted()
  expect(
    wanted.filter((id) => !rows.includes(id)),
    'write a row { may, says } for each of these into app/_server/testing/permitted.ts',
  ).toEqual([])
  expect(
    rows.filter((id) => !wanted.includes(id)),
    'rows without a promise',
  ).toEqual([])
  const names = [
    ...Object.keys(namedBy({ confidential: 0, foreign: 0, comment: 0, session: '', token: '' })),
    ...WORDS_OF_PATHS,
  ]
  expect(
    [...new Set(api.flatMap(({ path }) => pathNames(path)))].filter((name) => !names.includes(name)),
    'say in namedBy, in app/_server/testing/named.ts, what a foreign and an absent one of these is',
  ).toEqual([])
})

describe.each(api.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]))('%s', (_, endpoint) => {
  test('is for whom the table says, and for nobody else', async () => {
    const found: Record<string, number> = {}
    for (const by of HANDLES) {
      const input = await wish(endpoint, by)
      const ask = () => asks(by, endpoint, input)
      const answer = await (expected(rowOf(endpoint), by) === 200 ? ask() : refused(ask))
      found[by] = answer.status
      if (answer.status === 200) expect(asPromised(endpoint, answer)).toEqual([])
    }
    expect(found).toEqual(Object.fromEntries(HANDLES.map((by) => [by, expected(rowOf(endpoint), by)])))
  })

  test('is nobody’s who is not signed in, or is no longer', async () => {
    const input = await wish(endpoint, 'em')
    const ended = await cookieOf('manoj')
    await endSession(pool(), ended.split('=')[1] ?? '')
    const nobody: Record<string, string>[] = [
      {},
      { cookie: ended },
      { authorization: 'Bearer saydo_nothing' },
    ]
    for (const headers of nobody)
      expect((await refused(() => send(wire, endpoint, input, headers))).status).toBe(401)
  })

  test('is a token’s as far as the token goes', async () => {
    const row = rowOf(endpoint)
    for (const scope of ['read', 'write'] as const) {
      const input = await wish(endpoint, 'em')
      const ask = () => send(wire, endpoint, input, { authorization: `Bearer ${secrets[scope]}` })
      const open = row.may !== 'in_person' && (scope === 'write' || endpoint.method === 'GET')
      expect([scope, (await (open ? ask() : refused(ask))).status]).toEqual([scope, open ? 200 : 403])
    }
  })

  test('of a foreign group, or about what is foreign, says what it says of nothing at all', async () => {
    const input = await wish(endpoint, 'em')
    const named = namedBy(hidden)
    const pairs = pathNames(endpoint.path).flatMap((name) => {
      const pair = name === 'group' ? { foreign: THEIRS, absent: 'no-such-group' } : named[name]
      return pair ? [{ name, ...pair }] : []
    })
    for (const { name, foreign, absent } of pairs) {
      const [theirs, none] = [
        await refused(() => asks('em', endpoint, { ...input, [name]: foreign })),
        await refused(() => asks('em', endpoint, { ...input, [name]: absent })),
      ]
      expect([name, theirs.status, none.status]).toEqual([name, 404, 404])
      expect(words(theirs, foreign)).toBe(words(none, absent))
    }
  })

  test('takes no column of a table that it does not promise to take', async () => {
    const input = await wish(endpoint, 'em')
    const extra = (await columnNames()).filter((name) => !(name in endpoint.input.shape))
    const answer = await refused(() =>
      asks('em', endpoint, { ...Object.fromEntries(extra.map((name) => [name, '1'])), ...input }),
    )
    expect(answer.status).toBe(422)
    const fields: { field: string }[] = JSON.parse(answer.text).fields
    expect(extra.filter((name) => !fields.some(({ field }) => field === name))).toEqual([])
  })
})

const ABOUT_ISSUES = api.filter(({ path }) => pathNames(path).includes('ref'))

test.each(ABOUT_ISSUES.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]))(
  '%s about a confidential issue says to a stakeholder what it says of none',
  async (_, endpoint) => {
    const input = await wish(endpoint, 'stakeholder')
    const [secret, none] = [
      await refused(() => asks('stakeholder', endpoint, { ...input, ref: hidden.confidential })),
      await refused(() => asks('stakeholder', endpoint, { ...input, ref: 800_001 })),
    ]
    expect(words(secret, hidden.confidential)).toBe(words(none, 800_001))
  },
)
