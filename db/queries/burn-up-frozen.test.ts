import { expect, test } from 'vitest'
import { type Ctx } from '../context.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { changeLabel } from '../commands/labels.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { undoEvent } from '../commands/undo.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readClosing } from './closing.ts'
import { listLabels } from './labels.ts'
import { readMilestone } from './milestone-overview.ts'

const group = 'custom-models'
/** It ends two days after the noon of the test's world. */
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
/** So many hours after the morning of its last day. */
const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  now: new Date(Date.parse('2026-01-09T08:00:00Z') + hours * 3_600_000),
})

async function close(ctx: Ctx) {
  const { open, gone, proposed } = await readClosing(ctx, { milestone })
  await closeMilestone(ctx, {
    group,
    milestone,
    issues: [
      ...open.map(({ ref }) => ({ ref, destination: proposed, reason: 'scope' as const })),
      ...gone.map(({ ref }) => ({ ref, reason: 'scope' as const })),
    ],
  })
}
const burnUp = async (ctx: Ctx) => (await readMilestone(ctx, { milestone })).burnUp

test('an undo of what lies before the closing changes nothing of the burn-up: what came, what left, what was closed and weighed', () =>
  inWorld(async (ctx) => {
    const on = { group, add: ['Deliverable'] }
    const [came, left, done, weighed] = [
      await anIssue(ctx, { labels: labels.slice(0, 3), dri: 'julie', weight: 3 }),
      await anIssue(ctx, { labels, dri: 'julie', weight: 2 }),
      await anIssue(ctx, { labels, dri: 'julie', weight: 2 }),
      await anIssue(ctx, { labels, dri: 'julie', weight: 2 }),
    ]
    const acts = [
      await labelIssue(later(ctx, 1), { ...on, ref: came }),
      await labelIssue(later(ctx, 1), { group, ref: left, remove: ['Deliverable'] }),
      await closeIssue(later(ctx, 1), { group, ref: done, reason: 'done' }),
      await weighIssue(later(ctx, 1), { group, ref: weighed, weight: 3 }),
    ]
    await close(later(ctx, 2))
    const before = await burnUp(later(ctx, 3))
    expect(before?.days.at(-1)?.scope.count).toBe(3)
    for (const { event } of acts.toReversed()) await undoEvent(later(ctx, 4), { group, event })
    expect(await burnUp(later(ctx, 5))).toEqual(before)
  }))

test('what was never on the board by then does not come into it, and a label that meant another thing for a day took all off', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie', weight: 2 })
    const label = (await listLabels(ctx)).items.find(({ meaning }) => meaning === 'deliverable')
    const { event } = await changeLabel(later(ctx, 1), { group, label: Number(label?.id), meaning: null })
    await close(later(ctx, 2))
    const before = await burnUp(later(ctx, 3))
    await undoEvent(later(ctx, 4), { group, event })
    expect(await burnUp(later(ctx, 5)), `#${ref}`).toEqual(before)
  }))
