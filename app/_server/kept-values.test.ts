import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { api } from '#lib/contract/api.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { addressOf } from '#lib/http/call.ts'
import { ask, cookieOf } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { prepare } from './testing/fixtures.ts'
import { validRequest } from './testing/valid-request.ts'

const takes = (field: z.ZodType | undefined, value: unknown) => field?.safeParse(value).success === true

function askWith(endpoint: Endpoint, input: Record<string, unknown>) {
  const inPath = pathNames(endpoint.path)
  const body = Object.fromEntries(Object.entries(input).filter(([one]) => !inPath.includes(one)))
  const address = addressOf(endpoint, input).replace('/api/v1', '')
  const { method } = endpoint
  return ask(address, { as: 'em', method, ...(method === 'GET' ? {} : { body }) })
}

/** Writes past the endpoints and their rules, as an older version or a restored backup may have. */
const slip = (table: string, change: string) =>
  pool().query(
    `begin; alter table ${table} disable trigger user; ${change}; alter table ${table} enable trigger user; commit`,
  )

const GROUP = '/groups/custom-models'

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  await Promise.all([cookieOf('admin'), cookieOf('em')])
})

const READS = api.filter(({ method, id }) => method === 'GET' && !id.startsWith('events.compare'))

/** What every read of the group answers, as the EM. */
async function readings(): Promise<[id: string, status: number][]> {
  return await Promise.all(
    READS.map(async (endpoint): Promise<[string, number]> => {
      const address = addressOf(endpoint, await validRequest(endpoint, 'em')).replace('/api/v1', '')
      return [endpoint.id, (await ask(address, { as: 'em' })).status]
    }),
  )
}

const asBefore = READS.map(({ id }) => [id, 200])

test('a zone of the group or of a person that is none breaks no page, is told in the settings, and can be changed', async () => {
  await slip('groups', `update groups set zone = 'IST' where id = 1`)
  await pool().query(`insert into person_settings (person_id, keys, quiet_from, quiet_to, zone)
    select id, true, '18:00', '08:00', 'IST' from people where handle = 'em'`)
  expect(await readings()).toEqual(asBefore)
  expect((await ask(GROUP, { as: 'em' })).body).toMatchObject({ zone: 'UTC', lostZone: 'IST' })
  expect((await ask('/me/settings', { as: 'em' })).body).toMatchObject({ zone: null })

  const change = (body: object) => ask(GROUP, { as: 'em', method: 'PATCH', body })
  expect((await change({ zone: 'IST', name: 'Renamed' })).status).toBe(200)
  expect((await ask(GROUP, { as: 'em' })).body).toMatchObject({ name: 'Renamed', lostZone: 'IST' })
  expect((await change({ zone: 'UTC' })).status).toBe(200)
  expect((await ask(GROUP, { as: 'em' })).body).toMatchObject({ zone: 'UTC', lostZone: null })
})

test.each(['IST', 'SystemV/PST8', 'Middle/Earth', '+02:00'])(
  '“%s” is refused as a zone in words',
  async (zone) => {
    const before = await everything()
    const answer = [
      await ask(GROUP, { as: 'em', method: 'PATCH', body: { zone } }),
      await ask('/me/settings', { as: 'em', method: 'PUT', body: { zone } }),
      await ask('/groups', { as: 'admin', method: 'POST', body: { name: 'Another', zone, em: 'em' } }),
    ]
    for (const { status, body } of answer) {
      expect([status, body.rule]).toEqual([409, 'no_such_zone'])
      expect(body.detail).toContain(`Unknown time zone “${zone}”`)
    }
    expect(await everything()).toBe(before)
  },
)

test('days of a milestone far from any plan break no page, and can be changed', async () => {
  await slip(
    'milestones',
    `update milestones set start_on = '9999-08-01', due_on = '9999-12-31' where group_id = 1 and slug = '18.9'`,
  )
  expect(await readings()).toEqual(asBefore)
  const body = { startOn: '2199-01-01', dueOn: '2199-12-31' }
  expect((await ask(`${GROUP}/milestones/18.9`, { as: 'em', method: 'PATCH', body })).status).toBe(200)
  expect(await readings()).toEqual(asBefore)
})

/** The fields that take a day and not any word. */
const WITH_DAYS = api.flatMap((endpoint) =>
  Object.entries(endpoint.input.shape).flatMap(([name, field]): [string, string, Endpoint][] =>
    takes(field, '2026-11-18') && !takes(field, 'soon') ? [[endpoint.id, name, endpoint]] : [],
  ),
)

/** The fields of a body or a query that take a number, alone or in a list. */
const WITH_NUMBERS = api.flatMap((endpoint) =>
  Object.entries(endpoint.input.shape).flatMap(([name, field]): [string, string, Endpoint][] =>
    !pathNames(endpoint.path).includes(name) && (takes(field, 1) || takes(field, [1]))
      ? [[endpoint.id, name, endpoint]]
      : [],
  ),
)

test.each(WITH_NUMBERS)('%s says in words that no %s is as high as that', async (_, name, endpoint) => {
  const valid = await validRequest(endpoint, 'em')
  const before = await everything()
  const isList = !takes(endpoint.input.shape[name], 1)
  for (const high of [2 ** 31, 2 ** 32 + 1, 2 ** 53, 1e300]) {
    const answer = await askWith(endpoint, { ...valid, [name]: isList ? [high] : high })
    expect([high, answer.status, answer.body.detail]).toEqual([
      high,
      expect.toSatisfy((status: number) => status === 404 || status === 422),
      expect.stringMatching(/\S.*[.!?]$/s),
    ])
  }
  expect(await everything()).toBe(before)
})

test('days are said in these fields', () => {
  expect(WITH_DAYS.map(([id, name]) => `${id}.${name}`)).toEqual(
    expect.arrayContaining(['issues.set_due.due', 'milestones.create.dueOn', 'teams.start_membership.from']),
  )
})

test.each(WITH_DAYS)(
  '%s takes no %s that is not on the calendar, or too far off to plan for',
  async (_, name, endpoint) => {
    const valid = await validRequest(endpoint, 'em')
    const before = await everything()
    for (const day of ['2026-02-30', '2026-13-01', '0000-01-01', '1969-12-31', '2200-01-01', '9999-12-31']) {
      const { [name]: _given, ...rest } = valid
      const input = { ...rest, [name]: day }
      const inPath = pathNames(endpoint.path)
      const body = Object.fromEntries(Object.entries(input).filter(([one]) => !inPath.includes(one)))
      const address = addressOf(endpoint, input).replace('/api/v1', '')
      const { method } = endpoint
      const answer = await ask(address, { as: 'em', method, ...(method === 'GET' ? {} : { body }) })
      expect([day, answer.status, answer.body.detail]).toEqual([
        day,
        422,
        expect.stringMatching(/There is no date|Dates must be between/),
      ])
    }
    expect(await everything()).toBe(before)
  },
)
