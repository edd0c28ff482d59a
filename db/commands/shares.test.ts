import { beforeAll, expect, test } from 'vitest'
import { MOST_SHARES } from '#lib/domain/shares.ts'
import { pool } from '../connection.ts'
import type { Ctx } from '../context.ts'
import { verifyChain } from '../queries/chain.ts'
import { listEvents } from '../queries/events.ts'
import { listShares, shareOf } from '../queries/shares.ts'
import { hashOf } from '../token.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { NOON } from '../testing/world.ts'
import { createMilestone } from './milestones.ts'
import { createShare, noteOpened, revokeShare } from './shares.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const DAY = 86_400_000

let em: Ctx
beforeAll(async () => {
  await useOwnDatabase()
  em = await personCtx('mohamed')
})

const made = (input: Partial<Parameters<typeof createShare>[1]> = {}) =>
  createShare(em, { group, what: 'say_do', name: 'Sales leads', ...input })
const opens = async (secret: string, now = NOON) => (await shareOf(pool(), secret, now)) !== null

test('a link opens what it was made for, from 256 random bits of which the database keeps the hash alone', async () => {
  const { share, secret } = await made()
  expect(secret).toMatch(/^saydo_[\w-]{43}$/)
  expect(await shareOf(pool(), secret, NOON)).toMatchObject({
    id: share.id,
    what: 'say_do',
    milestone: null,
    group: { slug: group },
  })
  const { rows: tables } = await pool().query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const { rowCount } = await pool().query(
      `select from "${name}" t where strpos(to_jsonb(t)::text, $1) > 0`,
      [secret],
    )
    expect(rowCount, name).toBe(0)
  }
  const { rows } = await pool().query<{ token: string }>('select token from shares where id = $1', [share.id])
  expect(rows).toEqual([{ token: hashOf(secret) }])
})

test('a revoked link is gone at once and for good, and the audit log says who made and revoked it', async () => {
  const { share, secret } = await made({ name: 'The board' })
  const jordan = await personCtx('jordan')
  const { event } = await revokeShare(jordan, { share: share.id })
  expect(await opens(secret)).toBe(false)
  expect((await listShares(em)).items.map(({ id }) => id)).not.toContain(share.id)
  await expect(revokeShare(em, { share: share.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(undoEvent(jordan, { group, event })).rejects.toThrow('A revoked link stays revoked')
  expect(await opens(secret)).toBe(false)
  const { items } = await listEvents(em, { group, about: 'group' })
  expect(items.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
    'Jordan Janes revoked the public link to Say/Do for “The board”.',
    'Mohamed Hamda created a public link to Say/Do for “The board”.',
  ])
  expect((await verifyChain(pool(), 1)).broken).toBeNull()
})

test('a link lasts through its last day in the time zone of the group, and says afterwards that it expired', async () => {
  const { share, secret } = await made({ lastOn: '2026-01-08' })
  const late = new Date('2026-01-08T23:59:59.999Z')
  expect([await opens(secret, late), await opens(secret, new Date(late.getTime() + 1))]).toEqual([
    true,
    false,
  ])
  const { items } = await listShares({ ...em, now: new Date(NOON.getTime() + 3 * DAY) })
  expect(items.find(({ id }) => id === share.id)).toMatchObject({ lastOn: '2026-01-08', expired: true })
  await expect(made({ lastOn: '2026-01-06' })).rejects.toMatchObject({ code: 'refused' })
})

test('a brief is of one milestone, and goes with it', async () => {
  const days = { startOn: '2031-01-01', dueOn: '2031-01-31' }
  const { milestone, event } = await createMilestone(em, { group, title: '99.9', ...days })
  const { share, secret } = await made({ what: 'brief', milestone: milestone.slug })
  expect(share).toMatchObject({ what: 'brief', milestone: { title: '99.9' } })
  expect(await shareOf(pool(), secret, NOON)).toMatchObject({ what: 'brief', milestone: milestone.slug })
  await expect(made({ what: 'brief' })).rejects.toMatchObject({ code: 'refused' })
  await expect(made({ what: 'brief', milestone: 'backlog' })).rejects.toThrow('is a shelf')
  await expect(made({ what: 'brief', milestone: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(made({ what: 'ownership', milestone: milestone.slug })).rejects.toThrow(
    'Leave the milestone out',
  )
  await undoEvent(em, { group, event })
  expect(await opens(secret)).toBe(false)
})

test('EM and PM create links, an administrator may see and revoke them, others know of none', async () => {
  const jordan = await personCtx('jordan')
  const { share } = await createShare(jordan, { group, what: 'ownership', name: 'By the PM' })
  const admin = { ...em, actor: { ...em.actor, roles: [], admin: true } }
  await expect(listShares(await personCtx('cindy'))).rejects.toMatchObject({ code: 'forbidden' })
  for (const handle of ['cindy', 'julie']) {
    const other = await personCtx(handle)
    await expect(createShare(other, { group, what: 'ownership', name: 'No' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(revokeShare(other, { share: share.id })).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect((await listShares(admin)).items.map(({ name }) => name)).toContain('By the PM')
})

test('a retry does not make a second link, and does not get the address again', async () => {
  const attempt = { key: 'once', endpoint: 'shares.create', bodyHash: 'b' }
  const first = await createShare({ ...em, attempt }, { group, what: 'say_do', name: 'Once' })
  const again = createShare({ ...em, attempt }, { group, what: 'say_do', name: 'Once' })
  await expect(again).rejects.toMatchObject({ code: 'conflict', facts: { rule: 'link_shown' } })
  expect((await listShares(em)).items.filter(({ name }) => name === 'Once')).toHaveLength(1)
  expect(await opens(first.secret)).toBe(true)
})

test('the day of the last visit is kept, once a day and without an event, and nothing else of a visit', async () => {
  const { share, secret } = await made({ name: 'Visited' })
  const events = (await verifyChain(pool(), 1)).events
  const open = await shareOf(pool(), secret, NOON)
  if (!open) throw new Error('the link is not open')
  await noteOpened(pool(), open, NOON)
  await noteOpened(pool(), { ...open, openedOn: '2026-01-07' }, NOON)
  expect((await listShares(em)).items.find(({ id }) => id === share.id)?.openedOn).toBe('2026-01-07')
  expect((await verifyChain(pool(), 1)).events).toBe(events)
  await expect(pool().query(`update shares set name = 'Else' where id = $1`, [share.id])).rejects.toThrow(
    'without an event',
  )
})

test('wrong addresses open nothing: guessed, cut, longer, of another secret, or the hash itself', async () => {
  const { secret } = await made()
  const wrong = [
    `saydo_${'x'.repeat(43)}`,
    secret.slice(0, -1),
    `${secret}x`,
    secret.toUpperCase(),
    secret.slice('saydo_'.length),
    hashOf(secret),
    '',
    "' or true --",
  ]
  for (const one of wrong) expect(await opens(one), one).toBe(false)
})

test('of many who create a link at the limit, no more come through than there is room for', async () => {
  const { items } = await listShares(em)
  const room = 3
  for (let count = items.length; count < MOST_SHARES - room; count += 1)
    await made({ name: `Filler ${count}` })
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => made({ name: 'At the limit' })))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(room)
})
