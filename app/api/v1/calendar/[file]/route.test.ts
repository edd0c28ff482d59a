import { beforeAll, expect, test } from 'vitest'
import { inOwnDatabase } from '#app/_server/auth/testing.ts'
import { setFeed } from '#db/commands/calendar-feeds.ts'
import { addTimeOff, editTimeOff } from '#db/commands/time-off.ts'
import { pool } from '#db/connection.ts'
import { listFeeds } from '#db/queries/calendar-feeds.ts'
import { personCtx } from '#db/testing/group.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { GET } from './route.ts'

beforeAll(inOwnDatabase)

const group = 'custom-models'
const as = async (handle: string) => ({ ...(await personCtx(handle)), now: new Date() })
const TODAY = dayIn('UTC', new Date())

const feed = async (handle: string, of: 'me' | 'group') =>
  (await setFeed(await as(handle), { group, of, on: true })).address ?? ''
const read = (address: string, headers = {}) => GET(new Request(`http://127.0.0.1${address}`, { headers }))

test('a calendar is read by its address, without kinds, notes or a session, and equal data has equal bytes', async () => {
  const julie = await as('julie')
  const away = { group, from: addDays(TODAY, 10), to: addDays(TODAY, 12) }
  const { entry } = await addTimeOff(julie, { ...away, kind: 'sick', note: 'Knee' })
  const mohamed = await as('mohamed')
  await addTimeOff(mohamed, { ...away, kind: 'public', note: 'Jury' })
  const [own, all] = [await feed('julie', 'me'), await feed('julie', 'group')]
  const answer = await read(own)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  expect(text.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Away'])
  const everyone = await (await read(all)).text()
  expect(everyone).toContain('SUMMARY:Julie Huang away')
  expect(everyone).toContain('SUMMARY:Mohamed')
  for (const one of [text, everyone]) expect(one).not.toMatch(/sick|public|knee|jury/i)
  expect(await (await read(own)).text()).toBe(text)
  const etag = answer.headers.get('etag') ?? ''
  expect((await read(own, { 'if-none-match': etag })).status).toBe(304)
  await editTimeOff(julie, { group, entry: entry.id, to: addDays(TODAY, 13) })
  const changed = await read(own, { 'if-none-match': etag })
  expect([changed.status, (await changed.text()).match(/UID:.*/g)]).toEqual([200, text.match(/UID:.*/g)])
})

test('an address ends when it is renewed or revoked, and no other does', async () => {
  const [first, other] = [await feed('cindy', 'me'), await feed('cindy', 'group')]
  const second = await feed('cindy', 'me')
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
  const cindy = await as('cindy')
  expect((await listFeeds(cindy)).items.map(({ of }) => of)).toEqual(['me', 'group'])
  expect(await setFeed(cindy, { group, of: 'me', on: false })).toEqual({ feed: null, address: null })
  expect([(await read(second)).status, (await read(other)).status]).toEqual([404, 200])
  expect(
    (await listFeeds(await as('julie'))).items.map(({ of }) => of),
    'only their own',
  ).toEqual(['me', 'group'])
})

test('who leaves the group reads it no longer, and the secret is kept nowhere', async () => {
  const address = await feed('patrick', 'group')
  expect((await read(address)).status).toBe(200)
  const { rows } = await pool().query<{ token: string }>('select token from calendar_feeds')
  expect(rows.filter(({ token }) => address.includes(token))).toEqual([])
  await pool().query(
    `with gone as (delete from group_roles where person_id = (select id from people where handle = 'patrick') returning group_id)
      select record_event(group_id, 'person.removed', 1, null, now(), now(), 'group', group_id::text, '{}') from gone limit 1`,
  )
  expect((await read(address)).status).toBe(404)
})

test('a calendar that is asked for too often waits, and a wrong address counts nothing', async () => {
  await pool().query('delete from rate_limits')
  expect((await read(`/api/v1/calendar/saydo_${'x'.repeat(43)}.ics`)).status).toBe(404)
  expect((await read('/api/v1/calendar/x.ics')).status).toBe(404)
  expect((await pool().query('select from rate_limits')).rowCount).toBe(0)
  const address = await feed('jordan', 'me')
  for (let asked = 0; asked < 60; asked += 1) expect((await read(address)).status).toBe(200)
  const answer = await read(address)
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
})
