import { beforeAll, expect, test } from 'vitest'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { statusAtHome, type Actor } from './testing/actors.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { foreign, nameOf, nounOfPath } from './testing/identifiers.ts'
import { validRequest } from './testing/valid-request.ts'

let matrix: Matrix

beforeAll(async () => {
  matrix = await openMatrix()
  return () => matrix.wire.close()
})

const administrator: Actor = { name: 'admin', person: 'admin', token: null, headers: {} }

/** What takes something away comes last, so that the others find it. */
const takesAway = ({ id }: Endpoint) => /remove|revoke|close|end|withdraw|leave|abandon|decline/.test(id)

/** What an administrator may change at home. */
const changes = api
  .filter(({ method, path }) => method !== 'GET' && pathNames(path).includes('group'))
  .filter((endpoint) => statusAtHome(endpoint, administrator) === 200)
  .toSorted((a, b) => Number(takesAway(a)) - Number(takesAway(b)))

test('in a group where they have no role, administrators may change what they may change at home', async () => {
  const theirs = foreign(matrix.hidden)
  const answers = []
  for (const endpoint of changes) {
    const named = pathNames(endpoint.path).flatMap((part) => {
      const noun = nounOfPath(part)
      return noun ? [[part, nameOf(theirs, noun)]] : []
    })
    const input = { ...(await validRequest(endpoint, 'admin')), ...Object.fromEntries(named) }
    const { status, text } = await matrix.ask('admin', endpoint, input)()
    answers.push({ id: endpoint.id, status, text })
  }
  // An act of somebody else is taken back by nobody but them.
  const away = answers.filter(({ status }) => [401, 403].includes(status) || status >= 500)
  expect(away.map(({ id }) => id)).toEqual(['events.undo'])
  // A body that names what is ours alone, such as a label, finds nothing there, and a rule may refuse what is wished.
  const done = answers.filter(({ status }) => status === 200)
  expect(done.length).toBeGreaterThan(answers.length / 2)
})
