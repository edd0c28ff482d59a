import { beforeAll, expect, test } from 'vitest'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { namings, unknownFields, type Naming } from './testing/fields.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { ABSENT, foreign, nameOf, type Names, nounOfPath } from './testing/identifiers.ts'
import { halves, insistOnRefusals, refused, unwritten, answerText } from './testing/refusals.ts'
import { OUTSIDER, THEIRS } from './testing/other-group.ts'
import { validRequest } from './testing/valid-request.ts'
import type { Answer } from './testing/wire.ts'

let matrix: Matrix
let theirs: Names

beforeAll(async () => {
  matrix = await openMatrix()
  theirs = foreign(matrix.hidden)
  return () => matrix.wire.close()
})

const byId = (endpoints: Endpoint[]) => endpoints.map((one): [string, Endpoint] => [one.id, one])
const nounsOf = ({ path }: Endpoint) =>
  pathNames(path).flatMap((name): { name: string; noun: string }[] => {
    const noun = nounOfPath(name)
    return noun ? [{ name, noun }] : []
  })

/** What was answered about each noun, but for the names that were asked about. */
const outcomes = (about: { noun: string }[], answers: Answer[], names: Names) =>
  answers.map((answer, at) => answerText(answer, about[at] ? nameOf(names, about[at].noun) : ''))

test('of every field it is known whether it names something', () => {
  expect(
    api.flatMap((endpoint) => unknownFields(endpoint).map((name) => `${endpoint.id}.${name}`)),
    'say in app/_server/testing/fields.ts what each of these names, or that it names nothing',
  ).toEqual([])
})

test.each(byId(api.filter((endpoint) => nounsOf(endpoint).length > 0)))(
  '%s says of what another group or person has what it says of nothing at all',
  async (_, endpoint) => {
    const input = await validRequest(endpoint, 'em')
    const nouns = nounsOf(endpoint)
    const about = (names: Names) =>
      nouns.map(({ name, noun }) => matrix.ask('em', endpoint, { ...input, [name]: nameOf(names, noun) }))
    const [foreigns, none] = halves(await refused([...about(theirs), ...about(ABSENT)]))
    expect(foreigns.map(({ status }) => status)).toEqual(nouns.map(() => 404))
    expect(outcomes(nouns, foreigns, theirs)).toEqual(outcomes(nouns, none, ABSENT))
  },
)

/** People and issues belong to their group alone, whatever the path to them names before. */
const OF_THE_GROUP = new Set(['person', 'ref'])

/** Those whose path leads to something through what it belongs to. */
const OF_PARENTS = api.filter((endpoint) => {
  const [parent, child] = nounsOf(endpoint).filter(({ name }) => name !== 'group')
  return parent && child && !OF_THE_GROUP.has(child.name)
})

test.each(byId(OF_PARENTS))('%s finds nothing of one parent under another', async (_, endpoint) => {
  const [parent, child] = nounsOf(endpoint).filter(({ name }) => name !== 'group')
  if (!parent || !child) throw new Error('The path has lost its parts.')
  const [here, there] = [await validRequest(endpoint, 'em'), await validRequest(endpoint, 'em')]
  const under = (about: Record<string, unknown>) => ({ ...here, [parent.name]: about[parent.name] })
  const wrong = under(there)
  const none = { ...wrong, [child.name]: nameOf(ABSENT, child.noun) }
  const asks = matrix.actors.flatMap((actor) =>
    [wrong, none].map((input) => matrix.ask(actor, endpoint, input)),
  )
  const answers = await refused(asks)
  expect(answers.some(({ status }) => status === 404)).toBe(true)
  // Two issues that are there and not linked are told so: nothing is hidden.
  if (parent.noun === child.noun) return
  for (const [at, actor] of matrix.actors.entries()) {
    const [strayed, absent] = answers.slice(2 * at, 2 * at + 2)
    const what = String(here[child.name])
    expect([actor.name, strayed && answerText(strayed, what)]).toEqual([
      actor.name,
      absent && answerText(absent, nameOf(ABSENT, child.noun)),
    ])
  }
})

test.each(byId(api.filter((endpoint) => nounsOf(endpoint).length > 1)))(
  '%s in their group does not reach into ours',
  async (_, endpoint) => {
    const input = await validRequest(endpoint, 'em')
    const [answer] = await refused([matrix.ask(OUTSIDER, endpoint, { ...input, group: THEIRS })])
    expect(answer?.status).toBe(404)
  },
)

/** Whoever is known to the installation can be found and added to a group, from whichever other group they come. */
const ACROSS_GROUPS = ['people.add.person', 'people.candidates.q', 'groups.found.em']
/** Neighbours that are not there are let go: the card comes to lie where it can. */
const LET_GO = ['after', 'before'].flatMap((side) => [`issues.move.${side}`, `boards.bulk_move.${side}`])

/** The ways in which the fields of each endpoint name what could be foreign, but for some. */
const naming = (but: (at: string) => boolean) =>
  api.flatMap((endpoint): [string, Endpoint, Naming[]][] => {
    const ways = namings(endpoint).filter(({ field }) => !but(`${endpoint.id}.${field}`))
    return ways.length > 0 ? [[endpoint.id, endpoint, ways]] : []
  })

test.each(naming((at) => ACROSS_GROUPS.includes(at) || LET_GO.includes(at)))(
  '%s, whose body or query names what is of another group, says what it says of nothing at all',
  async (_, endpoint, ways) => {
    const input = await validRequest(endpoint, 'em')
    const about = (names: Names) =>
      ways.map((way) => matrix.ask('em', endpoint, { ...input, ...way.inputFor(nameOf(names, way.noun)) }))
    const [foreigns, none] = halves(await unwritten([...about(theirs), ...about(ABSENT)]))
    expect(outcomes(ways, foreigns, theirs)).toEqual(outcomes(ways, none, ABSENT))
    expect(foreigns.filter(({ status }) => status >= 500)).toEqual([])
    if (endpoint.method === 'GET') return
    insistOnRefusals(
      none.filter((_, at) => !tellsEach(endpoint, ways[at]?.inputFor(nameOf(ABSENT, ways[at].noun)))),
    )
  },
)

/** What is told of each of many, in an answer that says yes: of each it says why nothing was done to it. */
const EACH = [
  ...['boards.bulk_move', 'boards.move_excess', 'issues.bulk'].map((id) => `${id}.refs`),
  'boards.bulk_move.swimlane.from',
  'plan.select.items',
]
/** What need not be there to be as it is asked for: read, or not assigned. */
const AS_IT_IS = ['inbox.done.events', 'inbox.snooze.events', 'issues.bulk.unassign']

/** What of a request a whole answer need not refuse. */
function tellsEach({ id }: Endpoint, body: Record<string, unknown> | undefined): boolean {
  const [[field, value] = ['', null]] = Object.entries(body ?? {})
  const part = typeof value === 'object' && value !== null ? value : {}
  const what = 'what' in part ? String(part.what) : 'from' in part ? `${field}.from` : field
  return [...EACH, ...AS_IT_IS].includes(`${id}.${what}`)
}

test.each(naming((at) => !ACROSS_GROUPS.includes(at)).filter(([, { method }]) => method !== 'GET'))(
  '%s refuses a person who is nowhere',
  async (_, endpoint, ways) => {
    const input = await validRequest(endpoint, 'em')
    await refused(
      ways.map((way) => matrix.ask('em', endpoint, { ...input, ...way.inputFor(nameOf(ABSENT, way.noun)) })),
    )
  },
)

test('a board is not placed behind one that is not there', async () => {
  const place = api.find(({ id }) => id === 'boards.place')
  if (!place) throw new Error('Boards have no place any more.')
  const input = { ...(await validRequest(place, 'em')), after: 'no-such-board' }
  const [answer] = await refused([matrix.ask('em', place, input)])
  expect(answer?.status).toBe(404)
})

test.each(naming((at) => !LET_GO.includes(at)))(
  '%s lets a neighbour of another group go as one that is nowhere',
  async (_, endpoint, ways) => {
    const placed = async ({ noun, inputFor }: Naming, names: Names) => {
      const input = { ...(await validRequest(endpoint, 'em')), ...inputFor(nameOf(names, noun)) }
      const { status, text } = await matrix.ask('em', endpoint, input)()
      return [status, text.replaceAll(/"(?:rank|planRank)":"\w+"|\d+/g, '…')]
    }
    for (const way of ways) expect(await placed(way, theirs)).toEqual(await placed(way, ABSENT))
  },
)
