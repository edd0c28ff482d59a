import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as live } from '#app/api/live/route.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { applySandbox } from '#db/commands/sandboxes/apply.ts'
import { addSandboxChange } from '#db/commands/sandboxes/changes.ts'
import { openSandbox } from '#db/commands/sandboxes/open.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from '#db/commands/time-off.ts'
import { undoEvent } from '#db/commands/undo.ts'
import { pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { readSandbox } from '#db/queries/sandbox-view.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import { cookieOf } from './testing/ask.ts'
import { meansOf, prepare } from './testing/fixtures.ts'
import { type Handle, OURS } from './testing/means.ts'
import { feed } from './live/feed.ts'
import { rowOf, validRequest } from './testing/valid-request.ts'
import { openWire, send, type Wire } from './testing/wire.ts'

const group = OURS
/** Stands in notes alone, each version of them. */
const MARKER = 'quicksilver'
/** The kind of what is planted, as a word of any answer. */
const KIND = /\bsick\b/i
const DAYS = { group, kind: 'sick' as const, note: `At the ${MARKER}` }

let wire: Wire
/** The ledger up to here says nothing of time off. */
let first = 0

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  const means = await meansOf('staff_engineer')
  const [owner, em] = [await means.as('staff_engineer'), await means.as('em')]
  first = await lastEvent()
  const { entry } = await addTimeOff(owner, { ...DAYS, from: '2026-01-12', to: '2026-01-14' })
  await editTimeOff(owner, { group, entry: entry.id, note: `Back from the ${MARKER}` })
  await addTimeOff(em, { ...DAYS, person: 'staff_engineer', from: '2026-01-14', to: '2026-01-15' })
  const gone = await addTimeOff(owner, { ...DAYS, from: '2026-02-02', to: '2026-02-02' })
  await removeTimeOff(owner, { group, entry: gone.entry.id })
  await cutInAWhatIf(owner, em)
  wire = await openWire()
})

/** A day is taken out of the middle and given back, with all that this writes and tells. */
async function cutInAWhatIf(owner: Ctx, em: Ctx) {
  const [startOn, dueOn] = ['2045-01-02', '2045-01-13']
  await addTimeOff(owner, { ...DAYS, from: startOn, to: dueOn })
  const { milestone } = await createMilestone(em, { group, title: '45.1', startOn, dueOn })
  const { sandbox } = await openSandbox(em, { group, milestone: milestone.slug, title: 'One day of work' })
  const at = { group, milestone: milestone.slug, sandbox }
  const change = {
    what: 'timeOffCut' as const,
    person: 'staff_engineer',
    from: '2045-01-05',
    to: '2045-01-05',
  }
  await addSandboxChange(em, { ...at, change })
  const apply = async () => applySandbox(em, { ...at, seen: (await readSandbox(em, at)).event })
  const { event } = await apply()
  await undoEvent(em, { group, event })
  await apply()
}

afterAll(async () => {
  await feed().stop()
  await wire.close()
})

async function lastEvent(): Promise<number> {
  const { rows } = await pool().query<{ number: number }>(
    'select last_event as number from group_counters where group_id = 1',
  )
  return rows[0]?.number ?? 0
}

const asks = async (by: Handle, endpoint: Endpoint, input: object) =>
  send(wire, endpoint, input, { cookie: await cookieOf(by) })

const OTHERS: Handle[] = ['stakeholder', 'counterpart', 'engineer', 'pm', 'admin']
const WORDS = [MARKER, 'sick', 'staff_engineer', 'time_off', 'people', 'all', '2026-01-01']

async function everyQuestion(endpoint: Endpoint, by: Handle): Promise<object[]> {
  const plain = await validRequest(endpoint, by)
  const inPath = pathNames(endpoint.path)
  const fields = Object.keys(endpoint.input.shape).filter((name) => !inPath.includes(name))
  const variants = fields.flatMap((field) => WORDS.map((word) => ({ ...plain, [field]: word })))
  return [plain, ...variants].filter((input) => endpoint.input.safeParse(input).success)
}

const READS = api.filter(({ method }) => method === 'GET').map((one): [string, Endpoint] => [one.id, one])

describe.each(READS)('%s', (_, endpoint) => {
  test('tells the kind and the note of time off to its owner and the EM alone', async () => {
    for (const by of OTHERS) {
      if (rowOf(endpoint).may === 'in_person') continue
      for (const input of await everyQuestion(endpoint, by)) {
        const { status, text: shown } = await asks(by, endpoint, input)
        // a question that is refused is said back
        if (status !== 200) continue
        expect(shown, `${by} ${JSON.stringify(input)}`).not.toContain(`the ${MARKER}`)
        expect(shown, `${by} ${JSON.stringify(input)}`).not.toMatch(KIND)
      }
    }
  })
})

test('the person and the engineering manager read both, everyone else that and when', async () => {
  const asked = { group, from: '2026-01-01' }
  for (const by of ['staff_engineer', 'em'] as const) {
    const { text } = await asks(by, listTimeOff, asked)
    expect(JSON.parse(text).items).toMatchObject([{ person: 'staff_engineer', kind: 'sick' }])
    expect(text).toContain(MARKER)
  }
  for (const by of OTHERS) {
    const { text } = await asks(by, listTimeOff, asked)
    expect(JSON.parse(text).items).toMatchObject([
      { person: 'staff_engineer', from: '2026-01-12', to: '2026-01-15', kind: null, note: null },
    ])
  }
})

test('no table but that of the details holds either: no event, no kept answer, no inbox, no search', async () => {
  const { rows: tables } = await pool().query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const holding: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await pool().query(`select from "${name}" t where to_jsonb(t)::text ~* $1 limit 1`, [
      `the ${MARKER}|\\ysick\\y`,
    ])
    if (rowCount) holding.push(name)
  }
  expect(holding).toEqual(['time_off_details'])
})

test('an answer to a change says nothing of either, since it is kept for retries', async () => {
  const { text } = await send(
    wire,
    api.find(({ id }) => id === 'time-off.add') ?? listTimeOff,
    { ...DAYS, from: '2026-03-02', to: '2026-03-02' },
    { cookie: await cookieOf('engineer') },
  )
  expect(text).toContain('2026-03-02')
  expect(text).not.toContain(MARKER)
  expect(text).not.toMatch(KIND)
})

test('a live stream tells of the days alone', async () => {
  const stop = new AbortController()
  const answer = await live(
    new Request(`http://127.0.0.1:3000/api/live?group=${group}&after=${first}`, {
      headers: { cookie: await cookieOf('pm') },
      signal: stop.signal,
    }),
  )
  const newest = await lastEvent()
  let streamed = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    streamed += decoder.decode(chunk, { stream: true })
    if (streamed.includes(`id: ${newest}\n`)) break
  }
  stop.abort()
  expect(streamed).toContain('time_off.added')
  expect(streamed).not.toContain(MARKER)
  expect(streamed).not.toMatch(KIND)
})
