import { expect, test } from 'vitest'
import { createActivity } from '../commands/activities/activities.ts'
import { recordOccurrence } from '../commands/activities/record.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { listInbox } from '../queries/inbox.ts'
import { inWorld } from '../testing/world.ts'
import { activityReminder } from './activity-reminder.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 5 }

/** How many are asked by then, in a zone. */
async function remind(ctx: Ctx, now: string, zone = 'UTC'): Promise<number> {
  const clock: Ctx = { ...ctx, now: new Date(now), actor: THE_CLOCK, group: { ...ctx.group, zone } }
  let done = 0
  for (const period of await activityReminder.owed(clock, TURNS))
    if (await runOnce(activityReminder, clock, period)) done += 1
  return done
}
const reminders = async (ctx: Ctx, now: string) =>
  (await listInbox({ ...ctx, now: new Date(now) }, { group })).items.filter(({ kind }) => kind === 'reminder')
const add = async (ctx: Ctx, owner: string | null = 'julie', day = 2) =>
  (await createActivity(ctx, { group, kind: 'own', name: `Triage ${day}`, owner, every: 'week', day }))
    .activity.id

test('the owner is asked once, on the day after, whether it happened; recording it answers that', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const activity = await add(ctx)
    expect(await remind(ctx, '2026-01-13T12:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-14T08:59:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-14T09:00:00Z')).toBe(1)
    expect(await remind(ctx, '2026-01-14T10:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-15T09:00:00Z')).toBe(0)
    const items = await reminders(julie, '2026-01-15T09:00:00Z')
    expect(items).toMatchObject([{ link: `/custom-models/cadence?activity=${activity}` }])
    expect(items[0]?.sentence).toContain('asked Julie Huang whether “Triage 2” happened on 2026-01-13')
    expect(await reminders(ctx, '2026-01-15T09:00:00Z')).toEqual([])
    const record = { group, activity, day: '2026-01-13', state: 'happened' as const }
    await recordOccurrence({ ...julie, now: new Date('2026-01-15T10:00:00Z') }, record)
    expect(await reminders(julie, '2026-01-15T11:00:00Z')).toEqual([])
  }))

test('nothing is asked of what was recorded, was skipped, or is seen by itself', () =>
  inWorld(async (ctx) => {
    const activity = await add(ctx)
    await createActivity(ctx, {
      group,
      kind: 'status_updates',
      name: 'Updates',
      owner: 'julie',
      every: 'week',
      day: 2,
    })
    await recordOccurrence(ctx, { group, activity, day: '2026-01-13', state: 'skipped', note: 'A holiday.' })
    expect(await remind(ctx, '2026-01-14T09:00:00Z')).toBe(0)
  }))

test('who is away is asked when they are back, within the week; without an owner the EM is asked', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await add(ctx)
    await add(ctx, null, 1)
    await addTimeOff(julie, {
      group,
      person: 'julie',
      from: '2026-01-14',
      to: '2026-01-15',
      kind: 'vacation',
    })
    expect(await remind(ctx, '2026-01-14T09:00:00Z')).toBe(1)
    expect(await reminders(ctx, '2026-01-14T10:00:00Z')).toHaveLength(1)
    expect(await remind(ctx, '2026-01-15T09:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-16T09:00:00Z')).toBe(1)
    expect(await reminders(julie, '2026-01-16T10:00:00Z')).toHaveLength(1)
  }))

test('the morning is that of the group, over a change of clocks and from eleven behind to fourteen ahead', () =>
  inWorld(async (ctx) => {
    await add(ctx)
    expect(await remind(ctx, '2026-01-13T18:59:00Z', 'Pacific/Kiritimati')).toBe(0)
    expect(await remind(ctx, '2026-01-13T19:00:00Z', 'Pacific/Kiritimati')).toBe(1)
    expect(await remind(ctx, '2026-01-21T19:59:00Z', 'Pacific/Niue')).toBe(0)
    expect(await remind(ctx, '2026-01-21T20:00:00Z', 'Pacific/Niue')).toBe(1)
    await add(ctx, 'julie', 7)
    // Berlin’s clocks go forward on the 29th of March, a Sunday: nine o’clock of the 30th is seven in UTC
    expect(await remind(ctx, '2026-03-30T06:59:00Z', 'Europe/Berlin')).toBe(0)
    expect(await remind(ctx, '2026-03-30T07:00:00Z', 'Europe/Berlin')).toBe(2)
  }))
