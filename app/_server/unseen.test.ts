import { beforeAll, expect, test } from 'vitest'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import { statusAtHome, type Actor } from './testing/actors.ts'
import { namings } from './testing/fields.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { ABSENT, nounOfPath } from './testing/identifiers.ts'
import { halves, refused, unwritten, answerText } from './testing/refusals.ts'
import { PEOPLE, type Name } from './testing/means.ts'
import { validRequest } from './testing/valid-request.ts'

let matrix: Matrix

beforeAll(async () => {
  matrix = await openMatrix()
  return () => matrix.wire.close()
})

type Secret = 'ref' | 'comment' | 'event'
/** How a request names an issue, or what is of one: with the fields that it then has. */
type Spot = { noun: Secret; inputFor: (names: Record<Secret, Name>) => Record<string, unknown> }

const isSecret = (noun: string | null): noun is Secret =>
  noun === 'ref' || noun === 'comment' || noun === 'event'

function spotsOf(endpoint: Endpoint): Spot[] {
  const inPath = pathNames(endpoint.path).flatMap((part): Spot[] => {
    const noun = nounOfPath(part)
    if (!isSecret(noun)) return []
    // A comment is asked for on its issue.
    if (noun === 'comment') return [{ noun, inputFor: ({ ref, comment }) => ({ ref, comment }) }]
    return [{ noun, inputFor: (names) => ({ [part]: names[noun] }) }]
  })
  const inFields = namings(endpoint).flatMap(({ noun, inputFor }): Spot[] =>
    isSecret(noun) ? [{ noun, inputFor: (names) => inputFor(names[noun]) }] : [],
  )
  return [...inPath, ...inFields]
}

const ABOUT_ISSUES = api.flatMap((endpoint): [string, Endpoint, Spot[]][] => {
  const spots = spotsOf(endpoint)
  return spots.length > 0 ? [[endpoint.id, endpoint, spots]] : []
})

const sees = ({ person }: Actor) => person !== null && may(PEOPLE[person], 'see.confidential')

test.each(ABOUT_ISSUES)(
  '%s about what is confidential says to a person who does not see it what it says of nothing at all',
  async (_, endpoint, spots) => {
    const outside = matrix.actors.filter((actor) => !sees(actor))
    const input = await validRequest(endpoint, 'em')
    const about = (names: Record<Secret, Name>) =>
      spots.flatMap(({ inputFor }) =>
        outside.map((actor) => matrix.ask(actor, endpoint, { ...input, ...inputFor(names) })),
      )
    const asks = [...about(matrix.hidden.confidential), ...about(ABSENT)]
    const [secret, none] = halves(await unwritten(asks))
    const outcomes = (answers: typeof secret, names: Record<Secret, Name>) =>
      answers.map((answer, at) => {
        const noun = spots[Math.floor(at / outside.length)]?.noun ?? 'ref'
        return `${outside[at % outside.length]?.name} ${answerText(answer, names[noun])}`
      })
    expect(outcomes(secret, matrix.hidden.confidential)).toEqual(outcomes(none, ABSENT))
    for (const [at, { status }] of secret.entries()) {
      const actor = outside[at % outside.length]
      const atHome = actor ? statusAtHome(endpoint, actor) : 0
      if (atHome !== 200) expect([actor?.name, status]).toEqual([actor?.name, atHome])
    }
  },
)

/** What a path names is there or is not: who does not see it is not told of it. */
test.each(ABOUT_ISSUES.filter(([, { path }]) => pathNames(path).some((part) => isSecret(nounOfPath(part)))))(
  '%s in whose path it stands answers it as not found to a stakeholder, and to those who see it as it is',
  async (_, endpoint) => {
    const input = await validRequest(endpoint, 'em')
    const secret = Object.fromEntries(
      pathNames(endpoint.path).flatMap((part) => {
        const noun = nounOfPath(part)
        return part !== 'other' && isSecret(noun) ? [[part, matrix.hidden.confidential[noun]]] : []
      }),
    )
    const asks = (actors: Actor[]) =>
      actors.map((actor) => matrix.ask(actor, endpoint, { ...input, ...secret }))
    const viewers = matrix.actors.filter(
      (actor) => actor.person === 'stakeholder' && statusAtHome(endpoint, actor) === 200,
    )
    for (const { status } of await refused(asks(viewers))) expect(status).toBe(404)
    if (endpoint.method !== 'GET') return
    for (const { status } of await unwritten(asks(matrix.actors.filter(sees)))) expect(status).toBe(200)
  },
)
