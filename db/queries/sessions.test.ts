import { expect, test } from 'vitest'
import { endSession, forgetExpired, openSession } from '../commands/sessions.ts'
import type { Ctx } from '../context.ts'
import { inWorld, NOON } from '../testing/world.ts'
import { whoIs } from './sessions.ts'

const HOURS = 3_600_000
const later = (hours: number) => new Date(NOON.getTime() + hours * HOURS)

const signIn = (ctx: Ctx, personId = ctx.actor.id ?? '') =>
  openSession(ctx.db, { personId, userAgent: null }, NOON)

async function outsider(ctx: Ctx, { admin }: { admin: boolean }): Promise<string> {
  await ctx.db.query(
    `insert into people (id, handle, name, email, admin) values ('out', 'out', 'Outside', 'out@saydo.example', $1)`,
    [admin],
  )
  return signIn(ctx, 'out')
}

test('a token tells who someone is, and what they are in the group', () =>
  inWorld(async (ctx) => {
    const who = await whoIs(ctx.db, await signIn(ctx), 'custom-models', NOON)
    expect(who).toMatchObject({ handle: 'mohamed', admin: false, roles: ['em', 'engineer'] })
    expect(who?.group).toMatchObject({
      id: 1,
      slug: 'custom-models',
      name: 'Custom Models',
      lastEvent: expect.any(Number),
    })
  }))

test('without a group the answer is the person alone', () =>
  inWorld(async (ctx) => {
    expect(await whoIs(ctx.db, await signIn(ctx), null, NOON)).toMatchObject({
      group: null,
      roles: [],
    })
  }))

test('the table never holds the token itself', () =>
  inWorld(async (ctx) => {
    const token = await signIn(ctx)
    const { rows } = await ctx.db.query('select * from sessions')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  }))

test('what the table holds does not sign in', () =>
  inWorld(async (ctx) => {
    await signIn(ctx)
    const { rows } = await ctx.db.query<{ token: string }>('select token from sessions')
    expect(await whoIs(ctx.db, rows[0]?.token ?? '', null, NOON)).toBeNull()
  }))

test('a session speaks for thirty days and not a moment longer', () =>
  inWorld(async (ctx) => {
    const token = await signIn(ctx)
    expect(await whoIs(ctx.db, token, null, later(30 * 24 - 1))).not.toBeNull()
    expect(await whoIs(ctx.db, token, null, later(30 * 24))).toBeNull()
  }))

test('a session that was ended speaks for no person from then on', () =>
  inWorld(async (ctx) => {
    const token = await signIn(ctx)
    await endSession(ctx.db, token)
    expect(await whoIs(ctx.db, token, null, NOON)).toBeNull()
  }))

test('ending one session leaves the others of that person alone', () =>
  inWorld(async (ctx) => {
    const [laptop, phone] = [await signIn(ctx), await signIn(ctx)]
    await endSession(ctx.db, laptop)
    expect(await whoIs(ctx.db, phone, null, NOON)).not.toBeNull()
  }))

test('a group in which someone has no role looks to them like one that does not exist', () =>
  inWorld(async (ctx) => {
    const token = await outsider(ctx, { admin: false })
    const theirs = await whoIs(ctx.db, token, 'custom-models', NOON)
    expect(theirs).toEqual(await whoIs(ctx.db, token, 'no-such-group', NOON))
    expect(theirs).toMatchObject({ handle: 'out', group: null, roles: [] })
  }))

test('an administrator sees every group, without a role in it', () =>
  inWorld(async (ctx) => {
    const token = await outsider(ctx, { admin: true })
    const who = await whoIs(ctx.db, token, 'custom-models', NOON)
    expect(who).toMatchObject({ admin: true, group: { slug: 'custom-models' }, roles: [] })
  }))

test('a role that is taken away counts no more at the next request', () =>
  inWorld(async (ctx) => {
    const token = await signIn(ctx)
    await ctx.db.query('savepoint before')
    await ctx.db.query('delete from group_roles where person_id = $1', [ctx.actor.id])
    expect(await whoIs(ctx.db, token, 'custom-models', NOON)).toMatchObject({
      group: null,
      roles: [],
    })
    await ctx.db.query('rollback to savepoint before')
  }))

test('sweeping takes the sessions that have run out, and no others', () =>
  inWorld(async (ctx) => {
    const token = await signIn(ctx)
    await forgetExpired(ctx.db, later(30 * 24 - 1))
    expect(await whoIs(ctx.db, token, null, NOON)).not.toBeNull()
    await forgetExpired(ctx.db, later(30 * 24))
    expect((await ctx.db.query('select from sessions')).rowCount).toBe(0)
  }))
