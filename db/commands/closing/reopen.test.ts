import { expect, test } from 'vitest'
import { closeIssue } from '../issues/close.ts'
import { planIssue } from '../issues/plan.ts'
import { createPlanningIssue } from '../planning-issue/create.ts'
import { undoEvent } from '../undo.ts'
import type { Ctx } from '../../context.ts'
import { cardByRef } from '../../queries/cards.ts'
import { readClosing } from '../../queries/closing.ts'
import { listOutcomes } from '../../queries/outcomes.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeMilestone } from './close.ts'
import { reopenMilestone } from './reopen.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
/** In the afternoon of the due day. */
const onDueDay = (ctx: Ctx) => at(ctx, '2026-01-09T15:00:00Z')
const later = (ctx: Ctx, hours: number) =>
  at(ctx, new Date(onDueDay(ctx).now.getTime() + hours * 3_600_000).toISOString())

const aDeliverable = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', ...more })
const slip = (ref: number, destination: string | null) => ({ ref, destination, reason: 'scope' as const })

test('reopened within a day, everything is as it was, but for what a person changed since', () =>
  inWorld(async (ctx, { as }) => {
    const [a, b, changed, done] = [
      await aDeliverable(ctx),
      await aDeliverable(ctx),
      await aDeliverable(ctx),
      await aDeliverable(ctx),
    ]
    const candidate = await anIssue(ctx)
    const before = await rowsBothWays(ctx.db, 1)
    const issues = [slip(a, 'backlog'), slip(b, '18.9'), slip(changed, 'next-1-3'), slip(done, '18.9')]
    const { event } = await closeMilestone(onDueDay(ctx), { group, milestone, issues })
    await expect(undoEvent(later(ctx, 1), { group, event })).rejects.toThrow('Reopen the milestone instead.')
    const moved = event + 1
    await expect(undoEvent(later(ctx, 1), { group, event: moved })).rejects.toThrow()
    await planIssue(
      { ...(await as('jordan')), now: later(ctx, 1).now },
      { group, ref: changed, milestone: null },
    )
    await closeIssue(later(ctx, 1), { group, ref: done })
    const answer = await reopenMilestone(later(ctx, 2), { group, milestone })
    expect(answer).toMatchObject({
      milestone: { closed: false },
      back: 3,
      stayed: [
        { ref: changed, because: 'Jordan Janes changed it since then.' },
        { ref: done, because: 'It was closed since then.' },
      ],
    })
    const places = await Promise.all(
      [a, b, candidate].map(async (ref) => (await cardByRef(ctx, ref))?.milestone),
    )
    expect(places).toEqual([milestone, milestone, milestone])
    expect((await readClosing(later(ctx, 2), { milestone })).open.map(({ ref }) => ref)).toEqual([a, b])
    expect((await listOutcomes(ctx, { milestone })).items).toEqual([])
    expect((await cardByRef(ctx, b))?.slips).toBe(0)
    const after = await rowsBothWays(ctx.db, 1)
    expect(after.ledger).toEqual(after.tables)
    expect(after.tables['outcomes']).toEqual(before.tables['outcomes'])
    const again = await closeMilestone(later(ctx, 3), { group, milestone, issues: issues.slice(0, 2) })
    expect(again.sums).toMatchObject({ assigned: 4, completed: 1 })
    await expect(reopenMilestone(later(ctx, 28), { group, milestone })).rejects.toThrow(
      '18.8 was closed more than a day ago. Its outcome no longer changes.',
    )
  }))

test('the planning issue is frozen with the closing, and live again with the reopening', () =>
  inWorld(async (ctx) => {
    const { ref } = await createPlanningIssue(ctx, { group, milestone })
    await closeMilestone(onDueDay(ctx), { group, milestone, issues: [] })
    expect((await cardByRef(ctx, ref))?.milestone, 'it belongs to its milestone').toBe(milestone)
    const frozen = async () => (await ctx.db.query('select from planning_freezes')).rowCount
    expect(await frozen()).toBe(1)
    const { back, stayed } = await reopenMilestone(later(ctx, 1), { group, milestone })
    expect([await frozen(), back, stayed]).toEqual([0, 0, []])
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))
