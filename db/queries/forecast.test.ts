import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { csvLines } from '#lib/kit/csv.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { createEpic } from '../commands/epics.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { createMilestone } from '../commands/milestones.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { burnUpCsv, readBurnUp } from './burn-up-view.ts'
import { readEpicForecast } from './epic-forecast.ts'
import { readForecast } from './forecast.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T12:00:00Z`) })
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

/** A milestone of four weeks that closes an issue of weight 2 every fourth day and leaves one open. */
async function over(ctx: Ctx, title: string, startOn: string, epic: number | null = null): Promise<void> {
  const before = at(ctx, addDays(startOn, -1))
  await createMilestone(before, { group, title, startOn, dueOn: addDays(startOn, 27) })
  const starts = at(ctx, startOn)
  const open = await anIssue(starts, { labels, milestone: title, dri: 'julie' })
  const refs: number[] = []
  for (let one = 0; one < 6; one += 1)
    refs.push(await anIssue(starts, { labels, milestone: title, dri: 'julie', epic }))
  for (const [place, ref] of refs.entries())
    await closeIssue(at(ctx, addDays(startOn, 2 + place * 4)), { group, ref, reason: 'done' })
  const issues = [{ ref: open, destination: null, reason: 'scope' as const }]
  await closeMilestone(at(ctx, addDays(startOn, 28)), { group, milestone: title, issues })
}

const STARTS = ['2026-02-14', '2026-03-14', '2026-04-11', '2026-05-09']
/** So many closed milestones, and 19.0 on the third day before its end, with nothing in it yet. */
async function aHistory(ctx: Ctx, many: number, epic: number | null = null): Promise<Ctx> {
  for (const [place, startOn] of STARTS.slice(-many).entries())
    await over(ctx, `past-${place}`, startOn, epic)
  const now = at(ctx, '2026-07-01')
  await createMilestone(now, { group, title: '19.0', startOn: '2026-06-06', dueOn: '2026-07-03' })
  await createMilestone(now, { group, title: '19.1', startOn: '2026-07-04', dueOn: '2026-07-31' })
  return now
}

const told = async (ctx: Ctx) => readForecast(ctx, { milestone: '19.0' })

test('with three closed milestones the one that runs has a forecast, the same for every reader', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 3)
    for (let one = 0; one < 3; one += 1) await anIssue(ctx, { labels, milestone: '19.0', dri: 'julie' })
    const done = await anIssue(ctx, { labels, milestone: '19.0', dri: 'julie' })
    await closeIssue(ctx, { group, ref: done, reason: 'done' })
    const view = await told(ctx)
    expect(view.none).toBeNull()
    expect(view.past.map(({ title, count, weight }) => [title, count, weight])).toEqual([
      ['past-2', 6, 12],
      ['past-1', 6, 12],
      ['past-0', 6, 12],
    ])
    expect(view.forecast?.count).toMatchObject({ done: 1, of: 4 })
    expect(view.forecast?.weight).toMatchObject({ done: 2, of: 8 })
    expect(view.forecast?.count.days.map(({ day }) => day)).toEqual([
      '2026-07-01',
      '2026-07-02',
      '2026-07-03',
    ])
    expect(view.ahead.workingDays).toBe(3)
    expect(await told(outside(ctx))).toEqual(view)
    expect(await told(ctx)).toEqual(view)
  }))

test('two closed milestones are too little history', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 2)
    await anIssue(ctx, { labels, milestone: '19.0', dri: 'julie' })
    const { none, forecast } = await told(ctx)
    expect(none?.because).toBe('Too little history, 2 of 3 milestones.')
    expect(forecast).toBeNull()
  }))

test('with nothing assigned, before the start and after the end there is none', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 3)
    expect((await told(ctx)).none?.code).toBe('nothing_assigned')
    expect((await readForecast(ctx, { milestone: '19.1' })).none?.code).toBe('not_started')
    expect((await told(at(ctx, '2026-07-06'))).none?.code).toBe('over')
  }))

test('what a closed milestone would have been told is read from its frozen rows, whatever becomes of its issues', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 4)
    const { backTests, past } = await told(ctx)
    expect(backTests).toMatchObject([{ title: 'past-3', day: '2026-05-22', of: 7, came: 6 }])
    expect(past).toHaveLength(4)
    const { rows } = await ctx.db.query<{ ref: number }>(
      "select number as ref from issues where group_id = 1 and close_reason = 'done'",
    )
    for (const { ref } of rows) await reopenIssue(ctx, { group, ref })
    expect((await told(ctx)).backTests).toEqual(backTests)
  }))

test('an issue that the reader may not see counts, and is not named among those that move it most', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 3)
    const hidden = await anIssue(ctx, {
      labels,
      milestone: '19.0',
      dri: 'julie',
      confidential: true,
      weight: 3,
    })
    await anIssue(ctx, { labels, milestone: '19.0', dri: 'julie', weight: 1 })
    const [ours, theirs] = [await told(ctx), await told(outside(ctx))]
    expect(ours.forecast?.movers[0]?.ref).toBe(hidden)
    expect(theirs.forecast?.movers.map(({ weight }) => weight)).toEqual([1])
    expect(theirs.forecast?.notShown).toBe(1)
    expect(theirs.forecast?.count).toEqual(ours.forecast?.count)
  }))

test('the burn-up as CSV has a line a day, what was so before today and what is likely from today on', () =>
  inWorld(async (world) => {
    const ctx = await aHistory(world, 3)
    await anIssue(ctx, { labels, milestone: '19.0', dri: 'julie', weight: 3 })
    const [head, ...lines] = csvLines(burnUpCsv(await readBurnUp(ctx, { milestone: '19.0' })))
    expect(head?.slice(0, 4)).toEqual(['day', 'today', 'promise issues', 'scope issues'])
    expect(lines).toHaveLength(28)
    const today = lines.find(([, is]) => is === 'yes')
    expect(today?.[0]).toBe('2026-07-01')
    expect(today?.[head?.indexOf('scope weight') ?? 0]).toBe('3')
    const likely = head?.indexOf('likely issues') ?? 0
    expect(lines.filter((line) => line[likely] !== '').map(([day]) => day)).toEqual([
      '2026-07-01',
      '2026-07-02',
      '2026-07-03',
    ])
  }))

test('an epic is forecast at its own pace, from the milestones since it was created', () =>
  inWorld(async (world) => {
    const { number: epic } = await createEpic(world, { title: 'Batch endpoints' })
    const ctx = await aHistory(world, 3, epic)
    for (let one = 0; one < 3; one += 1) await anIssue(ctx, { epic, milestone: '19.0' })
    const view = await readEpicForecast(ctx, { epic })
    expect(view).toMatchObject({ open: 3, because: null })
    expect(view.past.map(({ count }) => count)).toEqual([6, 6, 6])
    const { likely, sure } = view.forecast ?? {}
    expect(likely && likely > '2026-07-05' && likely < '2026-08-01').toBe(true)
    expect(likely && sure && likely <= sure).toBe(true)
    const { number: young } = await createEpic(ctx, { title: 'Too young' })
    await anIssue(ctx, { epic: young, milestone: '19.0' })
    expect((await readEpicForecast(ctx, { epic: young })).because).toBe(
      'Too little history, 0 of 3 milestones.',
    )
  }))
