import { expect, test } from 'vitest'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { listTokens, tokenById } from '../queries/tokens.ts'
import { refusalOf } from '../testing/refused.ts'
import { inWorld, NOON } from '../testing/world.ts'
import { hashOf } from '../token.ts'
import { createToken, noteTokenUse, revokeToken, TOKEN_PREFIX } from './tokens.ts'

type Asked = Parameters<typeof createToken>[2]
const CI: Asked = { title: 'CI of the model gateway', scope: 'read', days: 30 }
const idOf = ({ actor }: Ctx) => actor.id ?? ''
const make = (ctx: Ctx, input = CI, key?: string) =>
  createToken(
    {
      db: ctx.db,
      now: ctx.now,
      ...(key === undefined ? {} : { attempt: { key, endpoint: 'tokens.create', bodyHash: 'h' } }),
    },
    idOf(ctx),
    input,
  )
const titles = async (ctx: Ctx) =>
  (await listTokens(ctx.db, idOf(ctx), ctx.now)).items.map(({ title }) => title)
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

test('the secret is shown once: what is kept is its hash, and a hint by which its owner knows it', () =>
  inWorld(async (ctx) => {
    const { token, secret } = await make(ctx)
    expect(secret.startsWith(TOKEN_PREFIX)).toBe(true)
    expect(secret.startsWith(token.hint)).toBe(true)
    expect(token.hint).toHaveLength(TOKEN_PREFIX.length + 4)
    const { rows } = await ctx.db.query('select * from access_tokens where id = $1', [token.id])
    expect(rows).toMatchObject([{ token: hashOf(secret), scope: 'read' }])
    expect(JSON.stringify(rows)).not.toContain(secret)
  }))

test('a token lasts as many days as were asked for, and says when it has run out', () =>
  inWorld(async (ctx) => {
    const { token } = await make(ctx)
    expect(token).toMatchObject({ expiresAt: '2026-02-06T12:00:00.000Z', expired: false, lastUsedAt: null })
    const at = async (now: string) => (await tokenById(ctx.db, token.id, new Date(now))).expired
    expect(await at('2026-02-06T11:59:59.999Z')).toBe(false)
    expect(await at('2026-02-06T12:00:00Z')).toBe(true)
  }))

test('a retry is told that the token was made, and does not get another secret', () =>
  inWorld(async (ctx) => {
    await make(ctx, CI, 'retried')
    expect(await refusalOf(ctx, () => make(ctx, CI, 'retried'))).toBe(
      'conflict: The token exists, and its secret was shown once. Revoke it and create another.',
    )
    expect(await titles(ctx)).toEqual([CI.title])
  }))

test('a key that made one token makes no other', () =>
  inWorld(async (ctx, { as }) => {
    await make(ctx, CI, 'shared')
    for (const other of [{ title: 'Another' }, { scope: 'write' } as const, { days: 31 }]) {
      expect(await refusalOf(ctx, () => make(ctx, { ...CI, ...other }, 'shared'))).toBe(
        'invalid: This Idempotency-Key was used for another request.',
      )
    }
    const julie = await as('julie')
    await make(julie, CI, 'shared')
    expect(await titles(julie), 'a key is one person’s').toEqual([CI.title])
  }))

test('a person has fifty tokens, of which each that is revoked makes room', () =>
  inWorld(async (ctx) => {
    const ids: string[] = []
    for (let at = 0; at < 50; at += 1) ids.push((await make(ctx)).token.id)
    expect(await refusalOf(ctx, () => make(ctx))).toBe(
      'refused: You have 50 tokens. Revoke one that you no longer use.',
    )
    await revokeToken(ctx.db, idOf(ctx), ids[0] ?? '', ctx.now)
    await make(ctx, { ...CI, title: 'In its place' })
    expect(await titles(ctx)).toHaveLength(50)
  }))

test('a token is revoked once, by its owner, and is listed no longer', () =>
  inWorld(async (ctx, { as }) => {
    const { token } = await make(ctx)
    const julie = await as('julie')
    const { message } = notFound('This token')
    expect(await refusalOf(ctx, () => revokeToken(ctx.db, idOf(julie), token.id, ctx.now))).toBe(
      `not_found: ${message}`,
    )
    expect(await revokeToken(ctx.db, idOf(ctx), token.id, ctx.now)).toEqual({ revoked: token.id })
    expect(await titles(ctx)).toEqual([])
    expect(await refusalOf(ctx, () => revokeToken(ctx.db, idOf(ctx), token.id, ctx.now))).toBe(
      `not_found: ${message}`,
    )
  }))

test('tokens are listed the newest first, each person’s own, those that have run out among them', () =>
  inWorld(async (ctx, { as }) => {
    await make(ctx, { ...CI, title: 'Short', days: 1 })
    await make({ ...ctx, now: minutes(5) }, { ...CI, title: 'Long', days: 90 })
    await make(await as('julie'), { ...CI, title: 'Hers' })
    const { items } = await listTokens(ctx.db, idOf(ctx), new Date('2026-01-09T12:00:00Z'))
    expect(items.map(({ title, expired }) => [title, expired])).toEqual([
      ['Long', false],
      ['Short', true],
    ])
  }))

test('use of a token is noted to the minute, so that a busy program does not write with each read', () =>
  inWorld(async (ctx) => {
    const { token } = await make(ctx)
    const usedAt = async () => (await tokenById(ctx.db, token.id, ctx.now)).lastUsedAt
    const use = async (at: Date) => noteTokenUse(ctx.db, token.id, at)
    await use(minutes(1))
    await use(new Date(minutes(2).getTime() - 1))
    expect(await usedAt()).toBe(minutes(1).toISOString())
    await use(minutes(2))
    expect(await usedAt()).toBe(minutes(2).toISOString())
  }))
