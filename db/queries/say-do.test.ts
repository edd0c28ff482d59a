import { expect, test } from 'vitest'
import { closeMilestone } from '../commands/closing/close.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { pastSayDo } from '../past/say-do.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { listSayDo } from './say-do-series.ts'
import { readSayDo } from './say-do.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const onDueDay = (ctx: Ctx) => at(ctx, '2026-01-09T15:00:00Z')
const afterIt = (ctx: Ctx) => at(ctx, '2026-01-12T09:00:00Z')
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

const aDeliverable = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', ...more })

/** Before the milestone starts, which is no time for a Deliverable of it: the milestone before is not there. */
async function severalDeliverables(ctx: Ctx, count: number): Promise<number[]> {
  const refs: number[] = []
  for (let made = 0; made < count; made += 1) refs.push(await aDeliverable(ctx, { weight: 1 + (made % 3) }))
  return refs
}

const close = (ctx: Ctx, open: number[]) =>
  closeMilestone(ctx, {
    group,
    milestone,
    issues: open.map((ref) => ({ ref, destination: '18.9', reason: 'blocked' as const, text: 'Infra' })),
  })
const ratios = ({ definitions }: Awaited<ReturnType<typeof readSayDo>>) =>
  definitions.map(({ name, done, said }) => `${name} ${done}/${said}`)

test('7 of 10 are 70 %, frozen with reasons and destinations, and nothing later changes a number', () =>
  inWorld(async (ctx) => {
    const refs = await severalDeliverables(ctx, 10)
    const [done, open] = [refs.slice(0, 7), refs.slice(7)]
    for (const ref of done) await closeIssue(ctx, { group, ref })
    await close(onDueDay(ctx), open)
    const frozen = await readSayDo(afterIt(ctx), { milestone })
    expect(frozen).toMatchObject({
      phase: 'over',
      frozenAt: '2026-01-09T15:00:00.000Z',
      assigned: refs,
      completed: done,
      slipped: open,
      reprioritised: [],
      notShown: 0,
      left: null,
      warnings: [],
      sentence: 'In 18.8 the group kept 7 of 10 promises, 70 %. All three slips waited for others.',
    })
    expect(frozen.definitions[0]?.ratio).toBe(0.7)
    expect(frozen.items.find(({ ref }) => ref === open[0])).toMatchObject({
      outcome: 'slipped',
      reason: 'blocked',
      text: 'Infra',
      slips: 1,
      destination: { kind: 'next', title: '18.9' },
      closedAt: null,
    })
    expect(frozen.items.find(({ ref }) => ref === done[0])).toMatchObject({
      outcome: 'completed',
      type: 'bug',
      closedAt: '2026-01-07T12:00:00.000Z',
      reason: null,
    })
    const later = afterIt(ctx)
    await reopenIssue(later, { group, ref: done[0] ?? 0 })
    await weighIssue(later, { group, ref: open[1] ?? 0, weight: 3 })
    await closeIssue(later, { group, ref: open[2] ?? 0 })
    const again = await readSayDo(later, { milestone })
    expect({ ...again, notes: [] }).toEqual({ ...frozen, notes: [] })
  }))

test('a milestone that runs tells what is left; what left the board or was closed otherwise is gone', () =>
  inWorld(async (ctx) => {
    const [done = 0, off = 0, dropped = 0, open = 0] = await severalDeliverables(ctx, 4)
    await closeIssue(ctx, { group, ref: done })
    await labelIssue(ctx, { group, ref: off, remove: ['Deliverable'] })
    await closeIssue(ctx, { group, ref: dropped, reason: 'wont_do' })
    const running = await readSayDo(ctx, { milestone: 'current' })
    expect(running).toMatchObject({
      milestone: { slug: milestone },
      phase: 'running',
      frozenAt: null,
      completed: [done],
      slipped: [off, dropped, open],
      left: { days: 2, open: [open], gone: [off, dropped], sum: { count: 1, weight: 1 } },
      warnings: [{ code: 'few_assigned' }],
    })
    expect(running.items.map(({ outcome }) => outcome)).toEqual(['completed', 'open', 'open', 'open'])
  }))

test('closed in the last second of the due day counts, a second later does not', () =>
  inWorld(async (ctx) => {
    const [inTime = 0, late = 0] = await severalDeliverables(ctx, 2)
    await closeIssue(at(ctx, '2026-01-09T23:59:59Z'), { group, ref: inTime })
    await closeIssue(at(ctx, '2026-01-10T00:00:00Z'), { group, ref: late })
    expect(await readSayDo(afterIt(ctx), { milestone })).toMatchObject({
      phase: 'over',
      completed: [inTime],
      slipped: [late],
    })
  }))

test('reopened before the end does not count, and what is undone leaves no trace', () =>
  inWorld(async (ctx) => {
    const [reopened = 0, undone = 0] = await severalDeliverables(ctx, 2)
    await closeIssue(ctx, { group, ref: reopened })
    await reopenIssue(ctx, { group, ref: reopened })
    const { event } = await closeIssue(ctx, { group, ref: undone })
    await undoEvent(ctx, { group, event })
    const mistake = await anIssue(ctx, { labels: labels.slice(0, 3), dri: 'julie' })
    const put = await labelIssue(ctx, { group, ref: mistake, add: ['Deliverable'] })
    await undoEvent(ctx, { group, event: put.event })
    expect(await readSayDo(ctx, { milestone })).toMatchObject({
      assigned: [reopened, undone],
      completed: [],
    })
  }))

test('moved away or off the board without a push-back, it stays assigned', () =>
  inWorld(async (ctx) => {
    const [moved = 0, off = 0] = await severalDeliverables(ctx, 2)
    await planIssue(ctx, { group, ref: moved, milestone: '18.9' })
    await labelIssue(ctx, { group, ref: off, remove: ['Deliverable'] })
    expect(await readSayDo(afterIt(ctx), { milestone })).toMatchObject({
      assigned: [moved, off],
      completed: [],
    })
  }))

test('by weight counts the weight at the end, and says what was weighed again', () =>
  inWorld(async (ctx) => {
    const [grown = 0, same = 0] = await severalDeliverables(ctx, 2)
    await weighIssue(ctx, { group, ref: grown, weight: 3 })
    await closeIssue(ctx, { group, ref: grown })
    const running = await readSayDo(ctx, { milestone })
    expect(running.reweighted).toEqual([grown])
    expect(running.items[0]).toMatchObject({ weight: 3, firstWeight: 1, reweighted: true })
    expect(ratios(running)[1]).toBe('by_weight 3/5')
    expect(running.items[1]).toMatchObject({ ref: same, reweighted: false })
  }))

test('nothing assigned has no ratio, a shelf has no Say/Do, and what there is not is not found', () =>
  inWorld(async (ctx) => {
    const empty = await readSayDo(afterIt(ctx), { milestone })
    expect(empty.definitions.map(({ ratio }) => ratio)).toEqual([null, null, null, null])
    await expect(readSayDo(ctx, { milestone: 'backlog' })).rejects.toMatchObject({ code: 'refused' })
    await expect(readSayDo(ctx, { milestone: 'nope' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readSayDo(ctx, { milestone: 'last' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await readSayDo(afterIt(ctx), { milestone: 'last' })).milestone.slug).toBe(milestone)
  }))

test('sums are the group’s; lists leave out what the reader may not see, and say how many', () =>
  inWorld(async (ctx) => {
    const [seen, hidden] = [await aDeliverable(ctx), await aDeliverable(ctx, { confidential: true })]
    await closeIssue(ctx, { group, ref: hidden })
    const all = await readSayDo(ctx, { milestone })
    const theirs = await readSayDo(outside(ctx), { milestone })
    expect(theirs).toMatchObject({ assigned: [seen], completed: [], notShown: 1, sums: all.sums })
    expect(ratios(theirs)).toEqual(ratios(all))
    expect(theirs.definitions[0]?.issues).toEqual({ said: [seen], done: [] })
    const series = await listSayDo(outside(afterIt(ctx)), {})
    expect(series.milestones[0]).toMatchObject({ notShown: 1, said: 2, done: 1, percent: 50 })
    expect(series.milestones[0]?.parts.completed).toEqual({ count: 1, weight: 2, refs: [] })
  }))

test('as of an instant it is what was so then', () =>
  inWorld(async (ctx) => {
    const [first = 0] = await severalDeliverables(ctx, 1)
    const second = await aDeliverable(at(ctx, '2026-01-08T10:00:00Z'))
    await closeIssue(at(ctx, '2026-01-09T10:00:00Z'), { group, ref: first })
    await close(at(ctx, '2026-01-09T12:00:00Z'), [second])
    const asOf = (moment: string) => pastSayDo(afterIt(ctx), { milestone, at: moment })
    expect(await asOf('2026-01-07')).toMatchObject({
      at: '2026-01-07T23:59:59.999Z',
      phase: 'running',
      frozenAt: null,
      assigned: [first],
      completed: [],
      left: { days: 2, open: [first] },
    })
    expect(await asOf('2026-01-08T10:00:00Z')).toMatchObject({ assigned: [first, second], completed: [] })
    expect(await asOf('2026-01-09T11:00:00Z')).toMatchObject({ completed: [first], frozenAt: null })
    expect(await asOf('2026-01-09T12:00:00Z')).toMatchObject({
      completed: [first],
      slipped: [second],
      phase: 'over',
    })
    await expect(asOf('2026-02-01')).rejects.toMatchObject({ code: 'refused' })
  }))

test('the series has the milestones that are over and the one that runs, with median, reasons and filters', () =>
  inWorld(async (ctx) => {
    const refs = await severalDeliverables(ctx, 4)
    await closeIssue(ctx, { group, ref: refs[0] ?? 0 })
    await close(onDueDay(ctx), refs.slice(1))
    const feature = await aDeliverable(afterIt(ctx), {
      milestone: '18.9',
      labels: labels.map((label) => (label === 'type::bug' ? 'type::feature' : label)),
    })
    const series = await listSayDo(afterIt(ctx), { last: 6 })
    expect(
      series.milestones.map(({ milestone: { slug }, runs, done, said }) => [slug, runs, done, said]),
    ).toEqual([
      ['18.8', false, 1, 4],
      ['18.9', true, 0, 4],
    ])
    expect(series).toMatchObject({
      whole: { done: 1, said: 4, ratio: 0.25 },
      median: 0.25,
      spread: null,
      types: ['bug', 'feature'],
      reasons: [{ reason: 'blocked', count: 3, cumulative: 1 }],
    })
    expect(series.reasons[0]?.issues).toEqual(refs.slice(1).map((ref) => ({ ref, milestone })))
    const features = await listSayDo(afterIt(ctx), { type: 'feature', by: 'weight' })
    expect(features.milestones.map(({ said, ratio }) => [said, ratio])).toEqual([
      [0, null],
      [2, 0],
    ])
    expect(features.milestones[1]?.parts.assigned.refs).toEqual([feature])
    expect(features.sentence).toBe('Nothing was assigned in 18.8 of type feature, so it has no ratio.')
    await expect(listSayDo(ctx, { team: 'nope' })).rejects.toMatchObject({ code: 'not_found' })
  }))
