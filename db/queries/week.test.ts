import { expect, test } from 'vitest'
import { releaseIssue } from '../commands/issues/take.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createIssue } from '../commands/issues/create.ts'
import { openWeighing } from '../commands/weighings/open.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readWeek } from './week.ts'

const group = 'custom-models'
const PROMISED = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

test('a mention waits in my week until I have answered it', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    await commentOnIssue(ctx, { group, ref, body: '@julie which?' })
    expect((await readWeek(julie)).mentions).toMatchObject([
      { ref, by: 'Mohamed Hamda', words: '@julie which?' },
    ])
    await commentOnIssue(julie, { group, ref, body: 'The second.' })
    expect((await readWeek(julie)).mentions).toEqual([])
  }))

test('whoever is asked for a weight finds it in their week', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await openWeighing(ctx, { group, ref, asked: ['julie', 'cindy'] })
    expect((await readWeek(await as('julie'))).weighings).toMatchObject([{ ref }])
    expect((await readWeek(await as('newick'))).weighings).toEqual([])
  }))

test('what is promised, ready and driven by nobody is next to take, but not for those who take nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: PROMISED, dri: 'mohamed' })
    expect((await readWeek(ctx)).next).toEqual([])
    await releaseIssue(ctx, { group, ref })
    expect((await readWeek(ctx)).next).toMatchObject([{ ref }])
    expect((await readWeek(outside(ctx))).next).toEqual([])
  }))

test('whoever leads sees active work without a DRI and what the rules find; an engineer does not', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels: ['group::custom models', 'workflow::in dev'], weight: 5 })
    const { lead } = await readWeek(ctx)
    expect(lead?.drift).toEqual([{ ref, title: 'Slow model list', because: 'In dev without a DRI.' }])
    expect(lead?.findings.map(({ code }) => code).toSorted()).toEqual([
      'dri_missing',
      'too_heavy',
      'type_missing',
    ])
    expect((await readWeek(await as('julie'))).lead).toBeNull()
  }))

test('nothing confidential is in the week of a stakeholder, also where they were asked before', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { card } = await createIssue(ctx, { group, title: 'A leak', confidential: true, dri: 'julie' })
    await commentOnIssue(ctx, { group, ref: card.ref, body: '@julie see this' })
    expect((await readWeek(julie)).mentions).toHaveLength(1)
    expect(await readWeek(outside(julie))).toMatchObject({ mentions: [], mine: [] })
  }))
