import { expect, test } from 'vitest'
import { anIssue, inWorld } from '../../testing/world.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { closeIssue } from './close.ts'
import { releaseIssue, takeIssue } from './take.ts'

const group = 'custom-models'

test('a person who takes an issue drives it, works on it, and is named in its history', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { card } = await takeIssue(await as('julie'), { group, ref })
    expect(card).toMatchObject({ dri: 'julie', assignees: ['julie'] })
    const { driHistory } = await readIssue(ctx, { group, ref })
    expect(driHistory).toMatchObject([{ person: 'julie', why: 'took', to: null }])
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(items[0]).toMatchObject({ actor: 'julie', sentence: 'Julie Huang became the DRI of this issue.' })
  }))

test('the person who comes second is told who took it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await takeIssue(await as('julie'), { group, ref })
    await expect(takeIssue(await as('newick'), { group, ref })).rejects.toMatchObject({
      code: 'conflict',
      facts: { winner: 'julie' },
      detail: expect.stringContaining('Julie Huang'),
    })
  }))

test('taking twice, or taking what is closed, is refused in words', () =>
  inWorld(async (ctx, { as }) => {
    const [mine, closed] = [await anIssue(ctx), await anIssue(ctx)]
    const julie = await as('julie')
    await takeIssue(julie, { group, ref: mine })
    await expect(takeIssue(julie, { group, ref: mine })).rejects.toThrow('You are already the DRI.')
    await closeIssue(julie, { group, ref: closed })
    await expect(takeIssue(julie, { group, ref: closed })).rejects.toThrow('This issue is closed')
  }))

test('a stakeholder and a counterpart take nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    for (const role of ['stakeholder', 'counterpart'] as const) {
      await ctx.db.query(
        'delete from group_roles where person_id = (select id from people where handle = $1)',
        ['cindy'],
      )
      await ctx.db.query(
        `insert into group_roles (group_id, person_id, role, created_at) select 1, id, $1, now() from people where handle = 'cindy'`,
        [role],
      )
      const cindy = { ...ctx, actor: { ...ctx.actor, ...(await person(ctx, 'cindy')) } }
      await expect(takeIssue(cindy, { group, ref })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await closeIssue(ctx, { group, ref })
  }))

test('roles are read inside the write: what was read at the start of the request does not count', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    await ctx.db.query('delete from group_roles where person_id = $1', [julie.actor.id])
    await expect(takeIssue(julie, { group, ref })).rejects.toMatchObject({ code: 'not_found' })
    await closeIssue(ctx, { group, ref })
  }))

test('letting go gives the issue back to the board; only the DRI can', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const [julie, newick] = [await as('julie'), await as('newick')]
    await takeIssue(julie, { group, ref })
    await expect(releaseIssue(newick, { group, ref })).rejects.toThrow('Julie Huang is the DRI')
    const { card } = await releaseIssue(julie, { group, ref })
    expect(card).toMatchObject({ dri: null, assignees: [] })
    const { driHistory } = await readIssue(ctx, { group, ref })
    expect(driHistory).toMatchObject([
      { person: 'julie', to: ctx.now.toISOString().replace('.000Z', '+00:00') },
    ])
  }))

test('a refused act leaves no event behind', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await takeIssue(await as('julie'), { group, ref })
    const before = await lastEvent(ctx)
    await expect(takeIssue(await as('newick'), { group, ref })).rejects.toThrow('is already the DRI')
    expect(await lastEvent(ctx)).toBe(before)
  }))

async function person(ctx: Parameters<typeof lastEvent>[0], handle: string) {
  const { rows } = await ctx.db.query<{ id: string }>('select id from people where handle = $1', [handle])
  return { id: rows[0]?.id ?? '', handle }
}
