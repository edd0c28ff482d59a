import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { setFact } from '#db/commands/issues/set-fact.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { weighIssue } from '#db/commands/issues/plan.ts'
import { giveRole, takeRole } from '#db/commands/roles.ts'
import { pool } from '#db/connection.ts'
import { lastEvent } from '#db/queries/events.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { anIssue } from '#db/testing/world.ts'
import { LIVE_INBOX, LIVE_RESET } from '#lib/contract/live.ts'
import { AT_ONCE, sessionOf, type Stream, streamOf } from '../testing/streams.ts'
import { feed } from './feed.ts'

const group = 'custom-models'
const VIEWERS = 20

beforeAll(useOwnDatabase)
afterAll(() => feed().stop())

const em = () => personCtx('mohamed')

async function open(headers: Record<string, string>, after?: number): Promise<Stream> {
  const stream = await streamOf(headers, after)
  onTestFinished(stream.close)
  await expect.poll(stream.text, AT_ONCE).toContain(`event: ${LIVE_INBOX}`)
  return stream
}

const messageOf = (stream: Stream, event: number) =>
  stream
    .text()
    .split('\n\n')
    .find((one) => one.startsWith(`id: ${event}\n`))

const inboxCounts = (stream: Stream) =>
  [...stream.text().matchAll(/event: inbox\ndata: \{"count":(\d+)/g)].map(([, count]) => Number(count))

test('an event is read once for all who listen, and told to each in the same bytes', async () => {
  const ref = await anIssue(await em(), { title: 'Watched by many', milestone: null })
  const cookie = await sessionOf('cindy')
  const streams = await Promise.all(Array.from({ length: VIEWERS }, () => open(cookie)))
  const first = await weighIssue(await em(), { group, ref, weight: 1 })
  for (const stream of streams) await expect.poll(stream.text, AT_ONCE).toContain(`id: ${first.event}\n`)
  const author = await em()
  let asked = 0
  const count = () => (asked += 1)
  pool().on('acquire', count)
  onTestFinished(() => void pool().off('acquire', count))
  const { event } = await weighIssue(author, { group, ref, weight: 3 })
  for (const stream of streams) await expect.poll(stream.text, AT_ONCE).toContain(`id: ${event}\n`)
  const text = new Set(streams.map((stream) => messageOf(stream, event)))
  expect(text.size).toBe(1)
  expect(asked, 'the act itself, and one reader').toBeLessThan(VIEWERS / 2)
})

test('a reader who comes late is told what it missed, also from before the first listened', async () => {
  const ref = await anIssue(await em(), { title: 'Missed', milestone: null })
  const before = await lastEvent(await em())
  const first = await weighIssue(await em(), { group, ref, weight: 1 })
  const stream = await open(await sessionOf('cindy'))
  const second = await weighIssue(await em(), { group, ref, weight: 2 })
  await expect.poll(stream.text, AT_ONCE).toContain(`id: ${second.event}\n`)
  expect(stream.text()).not.toContain(`id: ${first.event}\n`)
  const [late, between] = [
    await open(await sessionOf('newick'), before),
    await open(await sessionOf('newick'), first.event),
  ]
  await expect.poll(late.text, AT_ONCE).toContain(`id: ${second.event}\n`)
  expect(late.text().indexOf(`id: ${first.event}\n`)).toBeGreaterThan(0)
  await expect.poll(between.text, AT_ONCE).toContain(`id: ${second.event}\n`)
  expect(between.text()).not.toContain(`id: ${first.event}\n`)
})

test('who is too far behind to be told event by event refreshes everything', async () => {
  const ctx = await em()
  const ref = await anIssue(ctx, { title: 'Often weighed', milestone: null })
  const before = await lastEvent(ctx)
  const { rows } = await pool().query<{ last: string }>(
    `select max(record_event($1, 'issue.weighed', 1, $2, now(), now(), 'issue', $3, jsonb_build_object('from', n, 'to', n + 1))) as last
     from generate_series(1, 501) n`,
    [ctx.group.id, ctx.actor.id, String(ref)],
  )
  const stream = await open(await sessionOf('cindy'), before)
  expect(stream.text()).toContain(`event: ${LIVE_RESET}\nid: ${rows[0]?.last}\n`)
})

test('the count of an inbox is sent when it changes, to that person alone', async () => {
  const ref = await anIssue(await em(), { title: 'A question', milestone: null })
  const [asked, other] = [await open(await sessionOf('cindy')), await open(await sessionOf('newick'))]
  const [before = 0] = inboxCounts(asked)
  await commentOnIssue(await em(), { group, ref, body: '@cindy, what do you think?' })
  await expect.poll(() => inboxCounts(asked), AT_ONCE).toEqual([before, before + 1])
  const { event } = await weighIssue(await em(), { group, ref, weight: 2 })
  await expect.poll(other.text, AT_ONCE).toContain(`id: ${event}\n`)
  expect(inboxCounts(other)).toHaveLength(1)
})

test('what becomes confidential leaves the count of a reader who may no longer see it', async () => {
  const ref = await anIssue(await em(), { title: 'Soon a secret', milestone: null })
  await giveRole(await em(), { group, person: 'julie', role: 'stakeholder' })
  for (const role of (await personCtx('julie')).actor.roles)
    if (role !== 'stakeholder') await takeRole(await em(), { group, person: 'julie', role })
  await commentOnIssue(await em(), { group, ref, body: '@julie, see this.' })
  const stream = await open(await sessionOf('julie'))
  const [before = 0] = inboxCounts(stream)
  await setFact(await em(), ref, 'confidential', true)
  await expect.poll(() => inboxCounts(stream), AT_ONCE).toEqual([before, before - 1])
})
