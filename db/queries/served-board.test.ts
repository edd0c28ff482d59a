import { beforeAll, expect, test } from 'vitest'
import { createEpic } from '../commands/epics.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { moveIssue } from '../commands/issues/move.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { createMilestone } from '../commands/milestones.ts'
import type { Ctx } from '../context.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { anIssue } from '../testing/world.ts'
import { viewBoard } from './boards.ts'
import { lastEvent } from './events.ts'
import { servedBoard } from './served-board.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']
const stakeholder = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } })
let ctx: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(ctx, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
})

const served = async (as: Ctx) =>
  JSON.parse((await servedBoard(as, { board: 'build' }, await lastEvent(ctx))).text)

test('a board that is brought up to date card by card is the board read anew, after any change', async () => {
  const refs: number[] = []
  for (let count = 0; count < 8; count += 1) refs.push(await anIssue(ctx, { labels, dri: 'julie' }))
  const [a = 0, b = 0, c = 0, d = 0] = refs
  const columns = (await viewBoard(ctx, { board: 'build' })).columns
  const changes: (() => Promise<unknown>)[] = [
    () => moveIssue(ctx, { group, board: 'build', ref: a, to: columns[1]?.id ?? '' }),
    () => moveIssue(ctx, { group, board: 'build', ref: b, to: null, after: d }),
    () => moveIssue(ctx, { group, board: 'build', ref: c, to: null, before: a }),
    () => weighIssue(ctx, { group, ref: c, weight: 3 }),
    () => labelIssue(ctx, { group, ref: d, remove: ['Deliverable'] }),
    () => planIssue(ctx, { group, ref: b, milestone: '18.9' }),
    () => closeIssue(ctx, { group, ref: c }),
    () => reopenIssue(ctx, { group, ref: c }),
    () => planIssue(ctx, { group, ref: b, milestone: '18.8' }),
    () => createEpic(ctx, { title: 'Something that is no card' }),
    () => anIssue(ctx, { labels, dri: 'julie', confidential: true }),
    () => labelIssue(ctx, { group, ref: d, add: ['Deliverable'] }),
  ]
  for (const change of changes) {
    await change()
    for (const reader of [ctx, stakeholder(ctx)]) {
      expect(await served(reader)).toEqual(
        JSON.parse(JSON.stringify(await viewBoard(reader, { board: 'build' }))),
      )
    }
  }
})

test('a confidential card is in no byte of what a stakeholder is sent', async () => {
  const ref = await anIssue(ctx, { labels, dri: 'julie', confidential: true, title: 'Only for us' })
  expect((await servedBoard(ctx, { board: 'build' }, await lastEvent(ctx))).text).toContain('Only for us')
  const sent = (await servedBoard(stakeholder(ctx), { board: 'build' }, await lastEvent(ctx))).text
  expect(sent).not.toContain('Only for us')
  expect(sent).not.toContain(`"ref":${ref},`)
})

test('an unchanged board keeps its tag, a changed one has another', async () => {
  const tag = async () => (await servedBoard(ctx, { board: 'build' }, await lastEvent(ctx))).etag
  const before = await tag()
  expect(await tag()).toBe(before)
  await anIssue(ctx, { labels, dri: 'julie' })
  expect(await tag()).not.toBe(before)
})
