import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { setFact } from '#db/commands/issues/set-fact.ts'
import { weighIssue } from '#db/commands/issues/plan.ts'
import { removePerson } from '#db/commands/people.ts'
import { giveRole, takeRole } from '#db/commands/roles.ts'
import { createToken, revokeToken } from '#db/commands/tokens.ts'
import { pool } from '#db/connection.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { anIssue } from '#db/testing/world.ts'
import { LIVE_GONE, LIVE_RESET } from '#lib/contract/live.ts'
import { dayIn, endOfDay } from '#lib/kit/zone.ts'
import { AT_ONCE, sessionOf, type Stream, streamOf } from '../testing/streams.ts'
import { feed } from './feed.ts'

const group = 'custom-models'

beforeAll(useOwnDatabase)
afterAll(() => feed().stop())

async function tokenOf(handle: string) {
  const { actor } = await personCtx(handle)
  const input = { title: 'A program', scope: 'read' as const, days: 1 }
  const { token, secret } = await createToken({ db: pool(), now: new Date() }, actor.id ?? '', input)
  return { id: token.id, personId: actor.id ?? '', headers: { authorization: `Bearer ${secret}` } }
}

async function expectEnd(stream: Stream): Promise<void> {
  await expect.poll(stream.ended, AT_ONCE).toBe(true)
  expect(stream.text()).toContain(`event: ${LIVE_GONE}\n`)
}

test('a person who becomes a stakeholder is told to forget what they saw, and of nothing confidential from then on', async () => {
  const em = await personCtx('mohamed')
  const secret = await anIssue(em, { title: 'A secret', milestone: null, confidential: true })
  const stream = await streamOf(await sessionOf('cindy'))
  await weighIssue(em, { group, ref: secret, weight: 3 })
  await expect.poll(stream.text, AT_ONCE).toContain(`"issue":${secret},`)

  const roles = (await personCtx('cindy')).actor.roles
  await giveRole(em, { group, person: 'cindy', role: 'stakeholder' })
  for (const role of roles) await takeRole(em, { group, person: 'cindy', role })
  const before = stream.text().length
  const { event } = await weighIssue(em, { group, ref: secret, weight: 2 })
  await expect.poll(stream.text, AT_ONCE).toContain(`id: ${event}\n`)
  expect(stream.text()).toContain(`event: ${LIVE_RESET}\n`)
  const since = stream.text().slice(before)
  expect(since).not.toContain(`"issue":${secret},`)
  expect(since).not.toContain('A secret')
  stream.close()
})

test('a person who becomes an engineer is told anew, with what was hidden', async () => {
  const em = await personCtx('mohamed')
  const secret = await anIssue(em, { title: 'Another secret', milestone: null, confidential: true })
  const stream = await streamOf(await sessionOf('cindy'))
  await giveRole(em, { group, person: 'cindy', role: 'engineer' })
  await expect.poll(stream.text, AT_ONCE).toContain(`event: ${LIVE_RESET}\n`)
  await weighIssue(em, { group, ref: secret, weight: 1 })
  await expect.poll(stream.text, AT_ONCE).toContain('Another secret')
  stream.close()
})

test('a person who is removed from the group loses the stream', async () => {
  const stream = await streamOf(await sessionOf('newick'))
  await removePerson(await personCtx('mohamed'), { group, person: 'newick' })
  await expectEnd(stream)
})

test('a token that is revoked takes its own streams along, and no others', async () => {
  const [one, other] = [await tokenOf('julie'), await tokenOf('julie')]
  const [stream, beside] = [await streamOf(one.headers), await streamOf(other.headers)]
  await revokeToken(pool(), one.personId, one.id, new Date())
  await expectEnd(stream)
  expect(beside.ended()).toBe(false)
  beside.close()
})

test('a session that runs out ends its stream by itself', async () => {
  await expectEnd(await streamOf(await sessionOf('julie', 600)))
})

test('a token that runs out ends its stream by itself', async () => {
  const { id, headers } = await tokenOf('julie')
  await pool().query(`update access_tokens set expires_at = now() + interval '600 ms' where id = $1`, [id])
  await expectEnd(await streamOf(headers))
})

test('what becomes confidential leaves the sight of a stakeholder by its bare number', async () => {
  const em = await personCtx('mohamed')
  await giveRole(em, { group, person: 'julie', role: 'stakeholder' })
  for (const role of (await personCtx('julie')).actor.roles)
    if (role !== 'stakeholder') await takeRole(em, { group, person: 'julie', role })
  const ref = await anIssue(em, { title: 'Soon a secret', milestone: null })
  const stream = await streamOf(await sessionOf('julie'))
  const { event } = await setFact(em, ref, 'confidential', true)
  await expect.poll(stream.text, AT_ONCE).toContain(`id: ${event}\n`)
  expect(stream.text()).toContain(`"type":"issue.left","actor":null,"sentence":"","issue":${ref},"card":null`)
  stream.close()
})

test('a page that listens over midnight is told the new day of the group, once, before what happens on it', async () => {
  const em = await personCtx('mohamed')
  const ref = await anIssue(em, { title: 'Over night', milestone: null })
  const stream = await streamOf(await sessionOf('mohamed'))
  const days = () => [...stream.text().matchAll(/event: day\ndata: ({.*})\n/g)].map(([, data]) => data)
  const today = dayIn(em.group.zone, new Date())
  await expect.poll(days, AT_ONCE).toEqual([JSON.stringify({ day: today })])

  vi.useFakeTimers({ toFake: ['Date'], now: endOfDay(em.group.zone, today) })
  onTestFinished(() => void vi.useRealTimers())
  for (const weight of [1, 2]) {
    const { event } = await weighIssue(em, { group, ref, weight })
    await expect.poll(stream.text, AT_ONCE).toContain(`id: ${event}\n`)
  }
  expect(days()).toEqual([today, dayIn(em.group.zone, new Date())].map((day) => JSON.stringify({ day })))
  expect(stream.text().indexOf('event: day', stream.text().indexOf('event: day') + 1)).toBeLessThan(
    stream.text().indexOf('data: {"number"'),
  )
  stream.close()
})
