import { expect, test } from 'vitest'
import { changeLabel } from '../commands/labels.ts'
import { takeIssue } from '../commands/issues/take.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { checkChain, lastEvent, listEvents } from './events.ts'
import { listLabels } from './labels.ts'

const GROUP = { group: 'custom-models' }
const typesOf = async (ctx: Ctx, asked: object) =>
  (await listEvents(ctx, { ...GROUP, limit: 200, ...asked })).items.map(({ type }) => type)

async function twoActs(ctx: Ctx, julie: Ctx): Promise<number> {
  const before = await lastEvent(ctx)
  const ref = await anIssue(ctx)
  await takeIssue(julie, { ...GROUP, ref })
  const label = (await listLabels(ctx)).items.find(({ title }) => title === 'type::bug')
  await changeLabel(ctx, { ...GROUP, label: Number(label?.id), title: 'type::defect' })
  return before
}

test('the record is narrowed by who, what about, and the day of the group’s own calendar', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await twoActs(ctx, julie)
    expect(await typesOf(ctx, { actor: 'julie' })).toEqual(['issue.dri_taken'])
    expect((await typesOf(ctx, { about: 'labels', actor: 'mohamed' }))[0]).toBe('label.renamed')
    expect(await typesOf(ctx, { about: 'issues' })).toEqual(['issue.dri_taken', 'issue.created'])
    expect(await typesOf(ctx, { about: 'issues', day: '2026-01-07' })).toHaveLength(2)
    expect(await typesOf(ctx, { about: 'issues', day: '2026-01-08' })).toEqual([])
    const inAuckland: Ctx = { ...ctx, group: { ...ctx.group, zone: 'Pacific/Auckland' } }
    expect(
      await typesOf(inAuckland, { about: 'issues', day: '2026-01-08' }),
      'noon in UTC is tomorrow there',
    ).toHaveLength(2)
    await expect(listEvents(ctx, { ...GROUP, day: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid' })
  }))

test('the chain is whole as it was written, and only those who run the group may ask', () =>
  inWorld(async (ctx, { as }) => {
    await twoActs(ctx, await as('julie'))
    expect(await checkChain(ctx)).toEqual({ events: await lastEvent(ctx), broken: null })
    await expect(checkChain(await as('julie'))).rejects.toMatchObject({ code: 'forbidden' })
  }))

test('an entry that was altered behind the product’s back is named', () =>
  inWorld(async (ctx, { as }) => {
    const before = await twoActs(ctx, await as('julie'))
    await ctx.db.query('set constraints all immediate')
    await ctx.db.query('savepoint honest')
    await ctx.db.query('alter table events disable trigger user')
    await ctx.db.query(`update events set data = '{}' where group_id = 1 and number = $1`, [before + 2])
    expect((await checkChain(ctx)).broken).toBe(before + 2)
    await ctx.db.query('rollback to savepoint honest')
  }))
