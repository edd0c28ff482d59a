import { beforeAll, describe, expect, test } from 'vitest'
import { columnNames } from '#db/testing/columns.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { statusAtHome, statusElsewhere, type Actor } from './testing/actors.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { ABSENT, foreign, nameOf, nounOfPath } from './testing/identifiers.ts'
import { PERMITTED } from './testing/permission-table.ts'
import { halves, refused, unwritten, answerText } from './testing/refusals.ts'
import { THEIRS } from './testing/other-group.ts'
import { validRequest } from './testing/valid-request.ts'
import type { Answer } from './testing/wire.ts'

let matrix: Matrix

beforeAll(async () => {
  matrix = await openMatrix()
  return () => matrix.wire.close()
})

/** Each actor with a status. */
const table = (rows: [Actor, number | null][]) => rows.map(([{ name }, status]) => `${name} ${status}`)

/** In what an answer differs from the shape in the contract. */
function asPromised({ output, media }: Endpoint, { headers, body, text }: Answer): unknown[] {
  if (media) return headers.get('content-type')?.startsWith(media) ? [] : [headers.get('content-type'), text]
  return output.safeParse(body).error?.issues ?? []
}

test('every endpoint has its row in the table of who may what', () => {
  const wanted = api.map(({ id }) => id).toSorted()
  const rows = Object.keys(PERMITTED).toSorted()
  expect(
    wanted.filter((id) => !rows.includes(id)),
    'write a row { may, input } for each of these into app/_server/nouns/<noun>.requests.ts',
  ).toEqual([])
  expect(
    rows.filter((id) => !wanted.includes(id)),
    'rows without an endpoint',
  ).toEqual([])
})

describe.each(api.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]))('%s', (_, endpoint) => {
  test('is for those whom the table names, and for no one else', async () => {
    const wanted = matrix.actors.map((actor): [Actor, number] => [actor, statusAtHome(endpoint, actor)])
    const input = await validRequest(endpoint, 'em')
    const turnedAway = wanted.flatMap(([actor, status]) => (status === 200 ? [] : [actor]))
    const answers = await refused(turnedAway.map((actor) => matrix.ask(actor, endpoint, input)))
    const found = new Map(turnedAway.map((actor, at) => [actor, answers[at]?.status ?? 0]))
    for (const [actor] of wanted.filter(([, status]) => status === 200)) {
      // What is accepted changes something: each makes a request of their own.
      const answer = await matrix.ask(actor, endpoint, await validRequest(endpoint, actor.person ?? 'em'))()
      found.set(actor, answer.status)
      if (answer.status === 200) expect(asPromised(endpoint, answer)).toEqual([])
    }
    expect(table(matrix.actors.map((actor) => [actor, found.get(actor) ?? 0]))).toEqual(table(wanted))
  })

  test('takes no column of a table that is not among its inputs', async () => {
    const input = await validRequest(endpoint, 'em')
    const extra = (await columnNames()).filter((name) => !(name in endpoint.input.shape))
    const body = { ...Object.fromEntries(extra.map((name) => [name, '1'])), ...input }
    const [answer] = await refused([matrix.ask('em', endpoint, body)])
    expect(answer?.status).toBe(422)
    const fields: { field: string }[] = JSON.parse(answer?.text ?? '{}').fields
    expect(extra.filter((name) => !fields.some(({ field }) => field === name))).toEqual([])
  })
})

const OF_GROUPS = api.filter(({ path }) => pathNames(path).includes('group'))

test.each(OF_GROUPS.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]))(
  '%s about what another group has, asked there: only who is at home there is answered otherwise than of no group',
  async (_, endpoint) => {
    const theirs = foreign(matrix.hidden)
    const input = {
      ...(await validRequest(endpoint, 'em')),
      ...pathOf(endpoint, (noun) => nameOf(theirs, noun)),
    }
    const none = { ...input, group: ABSENT.group }
    const wanted = matrix.actors.flatMap((actor): [Actor, number][] => {
      const status = statusElsewhere(endpoint, actor)
      return status === null ? [] : [[actor, status]]
    })
    const asksOf = (about: object) => wanted.map(([actor]) => matrix.ask(actor, endpoint, about))
    const [there, nowhere] = halves(await refused([...asksOf(input), ...asksOf(none)]))
    const found = wanted.map(([actor], at): [Actor, number] => [actor, there[at]?.status ?? 0])
    expect(table(found)).toEqual(table(wanted))
    for (const [at, [{ person }]] of wanted.entries()) {
      const [theirsSay, noneSays] = [there[at], nowhere[at]]
      if (person === 'admin' || !theirsSay || !noneSays) continue
      expect(answerText(theirsSay, THEIRS)).toBe(answerText(noneSays, ABSENT.group))
    }
  },
)

/** What an administrator may read at home, they may read in every group. */
const READ_BY_ADMINS = OF_GROUPS.filter((endpoint) => {
  const administrator: Actor = { name: 'admin', person: 'admin', token: null, headers: {} }
  return endpoint.method === 'GET' && statusAtHome(endpoint, administrator) === 200
})

test.each(READ_BY_ADMINS.map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]))(
  '%s is answered to an administrator in a group where they have no role',
  async (_, endpoint) => {
    const theirs = foreign(matrix.hidden)
    const input = {
      ...(await validRequest(endpoint, 'admin')),
      ...pathOf(endpoint, (noun) => nameOf(theirs, noun)),
    }
    const [answer] = await unwritten([matrix.ask('admin', endpoint, input)])
    expect(answer?.status, answer?.text).toBe(200)
    if (answer) expect(asPromised(endpoint, answer)).toEqual([])
  },
)

const pathOf = (endpoint: Endpoint, name: (noun: string) => string | number) =>
  Object.fromEntries(
    pathNames(endpoint.path).flatMap((part) => {
      const noun = nounOfPath(part)
      return noun ? [[part, name(noun)]] : []
    }),
  )
