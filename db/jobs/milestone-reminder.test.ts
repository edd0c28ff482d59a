import { expect, test } from 'vitest'
import { closeMilestone } from '../commands/closing/close.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { inWorld } from '../testing/world.ts'
import { milestoneReminder } from './milestone-reminder.ts'
import { runOnce } from './run.ts'

const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 5 }

/** For what the engineering manager is reminded by then, in a zone. */
const remind = async (ctx: Ctx, now: string, zone = 'UTC') => {
  const clock: Ctx = { ...ctx, actor: THE_CLOCK, group: { ...ctx.group, zone }, now: new Date(now) }
  const done: string[] = []
  for (const period of await milestoneReminder.owed(clock, TURNS)) {
    if (await runOnce(milestoneReminder, clock, period)) done.push(period)
  }
  return done.length
}

test('the engineering manager is reminded once of a milestone that has ended and is open still', () =>
  inWorld(async (ctx, { as }) => {
    expect(await remind(ctx, '2026-01-10T07:59:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-10T08:00:00Z')).toBe(1)
    expect(await remind(ctx, '2026-01-11T08:00:00Z')).toBe(0)
    const { items } = await listInbox(
      { ...ctx, now: new Date('2026-01-11T08:00:00Z') },
      { group: ctx.group.slug },
    )
    expect(items).toMatchObject([
      {
        kind: 'reminder',
        subject: { kind: 'milestone', key: '18.8', title: '18.8' },
        link: '/custom-models/milestones/18.8',
        sentence: 'Saydo reminded the engineering manager to close 18.8, which ended on 2026-01-09.',
      },
    ])
    expect((await listInbox(await as('jordan'), { group: ctx.group.slug })).items).toEqual([])
  }))

test('closing the milestone is all there is to do', () =>
  inWorld(async (ctx) => {
    expect(await remind(ctx, '2026-01-10T08:00:00Z')).toBe(1)
    const later = { ...ctx, now: new Date('2026-01-12T09:00:00Z') }
    expect(await countInbox(later)).toMatchObject({ count: 1 })
    await closeMilestone(later, { group: ctx.group.slug, milestone: '18.8', issues: [] })
    expect(await countInbox(later)).toMatchObject({ count: 0 })
  }))

test('the morning is that of the group', () =>
  inWorld(async (ctx) => {
    expect(await remind(ctx, '2026-01-10T02:14:00Z', 'Asia/Kathmandu')).toBe(0)
    expect(await remind(ctx, '2026-01-10T02:15:00Z', 'Asia/Kathmandu')).toBe(1)
  }))

test('what was closed in time asks for nothing, and a milestone that ends anew is another reason', () =>
  inWorld(async (ctx) => {
    expect(await remind(ctx, '2026-01-12T08:00:00Z')).toBe(1)
    await ctx.db.query(`update milestones set due_on = '2025-12-30' where title = '18.8'`)
    expect(await remind(ctx, '2026-01-12T09:00:00Z')).toBe(1)
    await ctx.db.query(`update milestones set due_on = '2025-12-31', closed_at = now() where title = '18.8'`)
    expect(await remind(ctx, '2026-01-12T10:00:00Z')).toBe(0)
  }))
