import { expect, test } from 'vitest'
import { cardByRef } from '../../queries/cards.ts'
import { readIssue } from '../../queries/issues.ts'
import type { Ctx } from '../../context.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { changeIssues } from './bulk.ts'
import { planIssue } from './plan.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const shelf = 'next-1-3'
const titles = async (ctx: Ctx, ref: number) =>
  (await readIssue(ctx, { group, ref })).labels.map(({ title }) => title)

test('a Deliverable that shall leave the near milestones goes without its label, as one act with one undo', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    await expect(planIssue(ctx, { group, ref, milestone: shelf })).rejects.toMatchObject({
      detail: 'A Deliverable belongs to 18.8 or 18.9. Take Deliverable off to move it.',
      facts: { rule: 'deliverable_stays' },
    })
    const { card, event } = await planIssue(ctx, { group, ref, milestone: shelf, withoutDeliverable: true })
    expect(card.milestone).toBe(shelf)
    expect(await titles(ctx, ref)).not.toContain('Deliverable')
    expect((await undoEvent(ctx, { group, event })).done).toBe(2)
    expect(await cardByRef(ctx, ref)).toMatchObject({ milestone: '18.8' })
    expect(await titles(ctx, ref)).toContain('Deliverable')
  }))

test('everybody but the EM is told to ask for the move, and takes no label off by the way', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    for (const handle of ['cindy', 'jordan']) {
      const who = await as(handle)
      await expect(planIssue(who, { group, ref, milestone: '18.9' })).rejects.toMatchObject({
        code: 'forbidden',
        detail: 'It is a Deliverable of 18.8. Only the engineering manager can move it. Ask for the move.',
        facts: { rule: 'deliverable_of_em' },
      })
      await expect(
        planIssue(who, { group, ref, milestone: shelf, withoutDeliverable: true }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await titles(ctx, ref)).toContain('Deliverable')
  }))

test('of many, those that are Deliverables name the rule, by which they are moved without it', () =>
  inWorld(async (ctx) => {
    const [bare, deliverable] = [await anIssue(ctx), await anIssue(ctx, { labels, dri: 'julie' })]
    const change = { what: 'milestone' as const, milestone: shelf }
    const report = await changeIssues(ctx, { group, refs: [bare, deliverable], change })
    expect(report.done.map(({ card }) => card.ref)).toEqual([bare])
    expect(report.refused).toMatchObject([{ ref: deliverable, rule: 'deliverable_stays' }])
    const again = { group, refs: [deliverable], change: { ...change, withoutDeliverable: true } }
    expect((await changeIssues(ctx, again)).done.map(({ card }) => card.milestone)).toEqual([shelf])
  }))
