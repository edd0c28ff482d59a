import { beforeAll, expect, test } from 'vitest'
import { addPoint } from '#db/commands/retrospectives/points.ts'
import { openRetrospective } from '#db/commands/retrospectives/stages.ts'
import { pool } from '#db/connection.ts'
import { api } from '#lib/contract/api.ts'
import { readRetrospective } from '#lib/contract/retrospectives.ts'
import { find } from '#lib/contract/search.ts'
import { monthOf } from '#lib/kit/plain-date.ts'
import { meansOf } from './testing/fixtures.ts'
import { OURS } from './testing/means.ts'
import { openMatrix, type Matrix } from './testing/permission-matrix.ts'
import { validRequest } from './testing/valid-request.ts'

const CANARY = 'canarypoint'
let matrix: Matrix
let month = ''

beforeAll(async () => {
  matrix = await openMatrix()
  const engineer = await (await meansOf('engineer')).as('engineer')
  month = monthOf(engineer.now.toISOString())
  const at = { group: OURS, retrospective: month }
  await addPoint(engineer, { ...at, kind: 'not_well', text: `${CANARY} one` })
  await addPoint(engineer, { ...at, kind: 'thanks', text: `${CANARY} two`, to: 'pm' })
  return () => matrix.wire.close()
})

const ask = async (by: string, of: Parameters<Matrix['ask']>[1], input: object) => {
  const actor = matrix.actors.find(({ name }) => name === by)
  if (!actor) throw new Error(`no person asks as ${by}`)
  return matrix.ask(actor, of, input)()
}
const OTHERS = ['em', 'pm', 'staff_engineer', 'counterpart', 'stakeholder', 'admin', 'read token of em']
const reads = api.filter(({ method }) => method === 'GET')

test.each(reads.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s tells only the writer what a hidden point says',
  async (_, endpoint) => {
    const input = await validRequest(endpoint, 'em')
    const about = 'retrospective' in input ? { ...input, retrospective: month } : input
    for (const by of OTHERS) expect((await ask(by, endpoint, about)).text).not.toContain(CANARY)
  },
)

test('a search for its words finds nothing, and no event and no inbox holds them', async () => {
  for (const by of [...OTHERS, 'engineer']) {
    const { text } = await ask(by, find, { group: OURS, q: CANARY })
    expect(text.replaceAll(`"${CANARY}"`, '')).not.toContain(`${CANARY} `)
  }
  const { rows } = await pool().query<{ held: number }>(
    `select (select count(*) from events where data::text like $1)::int
      + (select count(*) from inbox_items b where to_jsonb(b)::text like $1)::int as held`,
    [`%${CANARY}%`],
  )
  expect(rows).toEqual([{ held: 0 }])
})

test('its writer reads it, and everyone in the group once it is opened', async () => {
  const at = { group: OURS, retrospective: month }
  const read = async (by: string) => (await ask(by, readRetrospective, at)).text
  expect(await read('engineer')).toContain(CANARY)
  await openRetrospective(await (await meansOf('em')).as('em'), at)
  for (const by of ['em', 'pm', 'counterpart', 'staff_engineer']) expect(await read(by)).toContain(CANARY)
  expect(await read('stakeholder')).not.toContain(CANARY)
})
