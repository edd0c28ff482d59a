import { beforeAll, expect, test } from 'vitest'
import { createShare, revokeShare } from '#db/commands/shares.ts'
import { pool } from '#db/connection.ts'
import { readSayDo } from '#db/queries/say-do.ts'
import { personCtx } from '#db/testing/group.ts'
import { inOwnDatabase } from './auth/testing.ts'
import { openShare } from './open-share.ts'
import { isLook } from './visits.tsx'

beforeAll(inOwnDatabase)

const group = 'custom-models'
const NOW = new Date('2031-01-07T12:00:00Z')
const LOOK = new Headers({ 'x-method': 'GET' })
const em = async () => ({ ...(await personCtx('mohamed')), now: NOW })
const made = async () => createShare(await em(), { group, what: 'say_do', name: 'Sales leads' })
const openedOn = async (id: number) =>
  (await pool().query<{ on: string | null }>('select opened_on as on from shares where id = $1', [id]))
    .rows[0]?.on

test('an open link is read as a stakeholder without a person, who may change nothing', async () => {
  const { secret, share } = await made()
  const found = await openShare(secret, LOOK, NOW)
  if (!found || 'retryAfter' in found) throw new Error('the link is not open')
  expect(found.ctx.actor).toMatchObject({ id: null, roles: ['stakeholder'], admin: false })
  await expect(createShare(found.ctx, { group, what: 'say_do', name: 'More' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(readSayDo(found.ctx, { milestone: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
  expect(await openedOn(share.id)).toBe('2031-01-07')
})

test('what asks for the head alone or ahead of a click is no look, and leaves no day', async () => {
  const { secret, share } = await made()
  const silent: Record<string, string>[] = [
    { 'x-method': 'HEAD' },
    { 'x-method': 'GET', 'sec-purpose': 'prefetch;prerender' },
    { 'x-method': 'GET', purpose: 'prefetch' },
    { 'x-method': 'GET', 'next-router-prefetch': '1' },
    {},
  ]
  for (const sent of silent) {
    expect(isLook(new Headers(sent))).toBe(false)
    expect(await openShare(secret, new Headers(sent), NOW)).not.toBeNull()
  }
  expect(await openedOn(share.id)).toBeNull()
})

test('a revoked link answers as one that never was, and neither counts anything', async () => {
  const { secret, share } = await made()
  await revokeShare(await em(), { share: share.id })
  await pool().query('delete from rate_limits')
  for (const token of [secret, `saydo_${'x'.repeat(43)}`, 'x', '', `${secret}/..`]) {
    expect(await openShare(token, LOOK, NOW), token).toBeNull()
  }
  expect((await pool().query('select from rate_limits')).rowCount).toBe(0)
})

test('a link that is opened too often waits, and no other does', async () => {
  const [often, other] = [await made(), await made()]
  for (let asked = 0; asked < 300; asked += 1) {
    expect(await openShare(often.secret, LOOK, NOW)).toHaveProperty('share')
  }
  expect(await openShare(often.secret, LOOK, NOW)).toMatchObject({ retryAfter: 900 })
  expect(await openShare(other.secret, LOOK, NOW)).toHaveProperty('share')
  const later = new Date(NOW.getTime() + 900_000)
  expect(await openShare(often.secret, LOOK, later)).toHaveProperty('share')
})
