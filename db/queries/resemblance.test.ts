import { expect, test } from 'vitest'

import { closeIssue } from '../commands/issues/close.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { resemblingIssues } from './resemblance.ts'

const group = 'custom-models'

test('a title that resembles others shows them, open ones first, and no stranger', async () => {
  await inWorld(async (ctx) => {
    const closed = await anIssue(ctx, { title: 'Model list loads slowly' })
    await closeIssue(ctx, { group, ref: closed, reason: 'done' })
    const open = await anIssue(ctx, { title: 'The list of models is loading slowly' })
    await anIssue(ctx, { title: 'Model cards for the docs' })
    const { items } = await resemblingIssues(ctx, { group, title: 'Model list loading slowly' })
    expect(items.map(({ ref }) => ref)).toEqual([open, closed])
    expect(items[1]).toMatchObject({ state: 'closed', title: 'Model list loads slowly' })
  })
})

test('there are never more than five', async () => {
  await inWorld(async (ctx) => {
    for (let at = 0; at < 7; at += 1) await anIssue(ctx, { title: `Probe times out behind a proxy ${at}` })
    expect((await resemblingIssues(ctx, { group, title: 'Probe times out' })).items).toHaveLength(5)
  })
})

test('a confidential issue resembles nothing for a stakeholder', async () => {
  await inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { title: 'Keys leak into the logs', confidential: true })
    const stakeholder = { ...(await as('jordan')), actor: { ...ctx.actor, roles: ['stakeholder' as const] } }
    const input = { group, title: 'Keys leak into logs' }
    expect((await resemblingIssues(ctx, input)).items.map((item) => item.ref)).toEqual([ref])
    expect((await resemblingIssues(stakeholder, input)).items).toEqual([])
  })
})

test('whatever is typed is taken as words', async () => {
  await inWorld(async (ctx) => {
    for (const title of ['', '   ', "it's & | ! :* ('", 'the of and', '\\ \\\' "']) {
      expect(await resemblingIssues(ctx, { group, title })).toEqual({ items: [] })
    }
  })
})
