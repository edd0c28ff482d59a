import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as live } from '#app/api/live/route.ts'
import { createEpic } from '#db/commands/epics.ts'
import { closeIssue, reopenIssue } from '#db/commands/issues/close.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { setFact } from '#db/commands/issues/set-fact.ts'
import { editIssue } from '#db/commands/issues/edit.ts'
import { splitIssue } from '#db/commands/issues/split.ts'
import { createLabel } from '#db/commands/labels.ts'
import { addLink } from '#db/commands/links.ts'
import { removeSample } from '#db/commands/sample.ts'
import { pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { listEvents } from '#db/queries/events.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { anIssue } from '#db/testing/world.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { LIVE_LEFT } from '#lib/contract/live.ts'
import { cookieOf } from './testing/ask.ts'
import { meansOf, prepare } from './testing/fixtures.ts'
import { type Handle, OURS } from './testing/means.ts'
import { feed } from './live/feed.ts'
import { rowOf, validRequest } from './testing/valid-request.ts'
import { openWire, send, type Answer, type Wire } from './testing/wire.ts'

const group = OURS
/** Stands in the texts of everything here that is confidential, and nowhere else. */
const MARKER = 'quicksilver'
const LABEL = 'only in confidence'
/** Where the numbers of all that is confidential begin; nothing else is numbered there. */
const FIRST = 777_001
const NUMBER = /\b777\d{3}\b/

let wire: Wire
/** An edit of a confidential text. */
let edit = 0

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await keepSecrets(await (await meansOf('em')).as('em'))
  wire = await openWire()
})

afterAll(async () => {
  await feed().stop()
  await wire.close()
})

/** Everything that leaves a trace of an issue, and a stakeholder who was part of one before it became confidential. */
async function keepSecrets(em: Ctx): Promise<void> {
  await createLabel(em, { group, title: LABEL })
  const visible = await anIssue(em, { title: 'Visible', milestone: null })
  const whole = await anIssue(em, { title: 'Visible too', milestone: null })
  const numberFrom = (last: number) =>
    pool().query('update group_counters set last_issue = $1 where group_id = 1', [last])
  await numberFrom(FIRST - 1)
  const { number: epic } = await createEpic(em, { title: 'An epic of secrets' })
  const about = { title: `The ${MARKER}`, description: `About ${MARKER}.`, labels: [LABEL], epic }
  const secret = await anIssue(em, { ...about, milestone: null, confidential: true })
  const { event } = await editIssue(em, { group, ref: secret, version: 1, description: `More ${MARKER}.` })
  edit = event
  await commentOnIssue(em, { group, ref: secret, body: `@stakeholder, see the ${MARKER}.` })
  await addLink(em, { group, ref: visible, other: secret, role: 'relates' })
  await splitIssue(em, { group, ref: secret, pieces: [{ title: MARKER }, { title: `More ${MARKER}` }] })
  for (const ref of [secret + 1, secret + 2, secret]) await closeIssue(em, { group, ref, reason: 'done' })
  await reopenIssue(em, { group, ref: secret })

  await splitIssue(em, { group, ref: whole, pieces: [{ title: MARKER }, { title: `Less ${MARKER}` }] })
  for (const ref of [secret + 3, secret + 4]) await setFact(em, ref, 'confidential', true)

  const soon = await anIssue(em, { title: `Soon ${MARKER}`, milestone: null })
  const stakeholder = await (await meansOf('stakeholder')).as('stakeholder')
  await commentOnIssue(stakeholder, { group, ref: soon, body: `What of the ${MARKER}?` })
  await commentOnIssue(em, { group, ref: soon, body: `@stakeholder, the ${MARKER} is well.` })
  await setFact(em, soon, 'confidential', true)

  const sample = await anIssue(em, { title: `Sample ${MARKER}`, milestone: null, confidential: true })
  await addLink(em, { group, ref: visible, other: sample, role: 'relates' })
  await pool().query(
    `with touched as (update issues set sample = true where group_id = 1 and number = $1)
      select record_event(1, 'group.changed', 1, null, now(), now(), 'group', '1', '{"changed": []}')`,
    [sample],
  )
  await removeSample(em)
  await numberFrom(800_000)
}

const asks = async (by: Handle, endpoint: Endpoint, input: object): Promise<Answer> =>
  send(wire, endpoint, input, { cookie: await cookieOf(by) })

/** What one may think of asking, one word in each field that takes it. */
const WORDS = [MARKER, String(FIRST), 'issues', 'stakeholder', LABEL, 'confidential:yes', 'all', 'done']

async function everyQuestion(endpoint: Endpoint): Promise<object[]> {
  const plain = await validRequest(endpoint, 'stakeholder')
  const inPath = pathNames(endpoint.path)
  const fields = Object.keys(endpoint.input.shape).filter((name) => !inPath.includes(name))
  const variants = fields.flatMap((field) => WORDS.map((word) => ({ ...plain, [field]: word })))
  return [plain, ...variants].filter((input) => endpoint.input.safeParse(input).success)
}

describe.each(
  api
    .filter((one) => one.method === 'GET' && rowOf(one).may !== 'group.administer')
    .map((endpoint): [string, Endpoint] => [endpoint.id, endpoint]),
)('%s', (_, endpoint) => {
  test('tells a stakeholder nothing of what is confidential', async () => {
    for (const input of await everyQuestion(endpoint)) {
      const { status, text } = await asks('stakeholder', endpoint, input)
      if (status !== 200) continue
      expect(text, JSON.stringify(input)).not.toContain(MARKER)
      expect(text, JSON.stringify(input)).not.toMatch(NUMBER)
    }
  })
})

const endpointOf = (id: string): Endpoint => {
  const endpoint = api.find((one) => one.id === id)
  if (!endpoint) throw new Error(`There is no endpoint ${id}.`)
  return endpoint
}

test('what is asked here would be told to a person who may see it', async () => {
  const events = await asks('engineer', endpointOf('events.list'), { group, limit: 200 })
  for (const expected of [MARKER, `#${FIRST} was reopened`, `split #${FIRST}`])
    expect(events.text).toContain(expected)
  const epics = await asks('engineer', endpointOf('epics.read'), { group, epic: 2 })
  expect(epics.text).toContain('All of its issues are closed')
  const edited = { group, event: edit }
  expect((await asks('engineer', endpointOf('events.compare'), edited)).text).toContain(MARKER)
  expect((await asks('stakeholder', endpointOf('events.compare'), edited)).status).toBe(404)
})

test('a stakeholder learns that an epic closed and opened again, and not over what', async () => {
  const { text } = await asks('stakeholder', endpointOf('epics.read'), { group, epic: 2 })
  expect(text).toContain('The em closed the epic “An epic of secrets”.')
  expect(text).toContain('The em reopened the epic “An epic of secrets”.')
})

test('a label’s uses that a person may not see are not counted for them', async () => {
  const labels = await asks('em', endpointOf('labels.list'), { group })
  const items: { id: string; title: string }[] = JSON.parse(labels.text).items
  const id = items.find(({ title }) => title === LABEL)?.id
  const usesBy = async (by: Handle) => {
    const { text } = await asks(by, endpointOf('labels.uses'), { group })
    const uses: { id: string; issues: number }[] = JSON.parse(text).items
    return uses.find((one) => one.id === id)?.issues
  }
  expect([await usesBy('em'), await usesBy('stakeholder')]).toEqual([3, 0])
})

test('what is no longer confidential is found again, with its past', async () => {
  const em = await (await meansOf('em')).as('em')
  const ref = await anIssue(em, { title: 'In the open', milestone: null, confidential: true })
  await setFact(em, ref, 'confidential', false)
  const stakeholder = await (await meansOf('stakeholder')).as('stakeholder')
  const { items } = await listEvents(stakeholder, { group, issue: ref })
  expect(items.map(({ type }) => type)).toEqual(['issue.confidential_set', 'issue.created'])
})

test('a live stream from the very beginning tells a stakeholder numbers that leave, and nothing else of them', async () => {
  const stop = new AbortController()
  const { rows } = await pool().query<{ number: number }>(
    `select min(number) as number from events where group_id = 1 and issue_number >= $1`,
    [FIRST],
  )
  const answer = await live(
    new Request(`http://127.0.0.1:3000/api/live?group=${group}&after=${(rows[0]?.number ?? 0) - 5}`, {
      headers: { cookie: await cookieOf('stakeholder') },
      signal: stop.signal,
    }),
  )
  const { rows: newest } = await pool().query<{ number: number }>(
    'select last_event as number from group_counters where group_id = 1',
  )
  let streamed = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    streamed += decoder.decode(chunk, { stream: true })
    if (streamed.includes(`id: ${newest[0]?.number}\n`)) break
  }
  stop.abort()
  const rest = streamed
    .split('\n')
    .filter((line) => !line.includes(`"type":"${LIVE_LEFT}"`))
    .join('\n')
  expect(rest).toContain('reopened the epic')
  expect(rest).not.toContain(MARKER)
  expect(rest).not.toMatch(NUMBER)
})
