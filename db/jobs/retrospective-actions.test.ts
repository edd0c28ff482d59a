import { expect, test } from 'vitest'
import { addAction, editAction } from '../commands/retrospectives/actions.ts'
import { addPoint } from '../commands/retrospectives/points.ts'
import { openRetrospective } from '../commands/retrospectives/stages.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { listInbox } from '../queries/inbox.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { inWorld } from '../testing/world.ts'
import { retrospectiveActionsDue } from './retrospective-actions.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const month = '2026-01'
const at = { group, retrospective: month }
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 5 }
const then = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) })

/** How many owners are reminded by then, in a zone. */
async function remind(ctx: Ctx, now: string, zone = 'UTC'): Promise<number> {
  const clock: Ctx = { ...then(ctx, now), actor: THE_CLOCK, group: { ...ctx.group, zone } }
  let done = 0
  for (const period of await retrospectiveActionsDue.owed(clock, TURNS))
    if (await runOnce(retrospectiveActionsDue, clock, period)) done += 1
  return done
}
const reminders = async (ctx: Ctx, now: string) =>
  (await listInbox(then(ctx, now), { group })).items.filter(({ kind }) => kind === 'reminder')

async function agreed(ctx: Ctx, dueOn = '2026-01-20'): Promise<number> {
  await addPoint(ctx, { ...at, kind: 'well', text: 'Reviews.' })
  await openRetrospective(ctx, at).catch(() => null)
  return (await addAction(ctx, { ...at, text: 'Write the runbook', owner: 'julie', dueOn })).action
}

test('on its day an action comes into the inbox of its owner once, and of no other person', () =>
  inWorld(async (ctx, { as }) => {
    const action = await agreed(ctx)
    expect(await remind(ctx, '2026-01-19T23:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-20T07:59:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-20T08:00:00Z')).toBe(1)
    expect(await remind(ctx, '2026-01-20T08:01:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-21T08:00:00Z')).toBe(0)
    const julie = await as('julie')
    expect(await reminders(julie, '2026-01-20T09:00:00Z')).toMatchObject([
      {
        link: '/custom-models/retrospectives/2026-01',
        sentence:
          'Saydo reminded of an action of the retrospective of January 2026, due 2026-01-20: Write the runbook.',
      },
    ])
    expect(await reminders(ctx, '2026-01-20T09:00:00Z')).toEqual([])
    await editAction(then(julie, '2026-01-20T10:00:00Z'), { ...at, action, state: 'done' })
    expect(await reminders(julie, '2026-01-20T11:00:00Z')).toEqual([])
  }))

test('who is away is reminded on the day on which they are back', () =>
  inWorld(async (ctx, { as }) => {
    await agreed(ctx)
    await addTimeOff(await as('julie'), {
      group,
      from: '2026-01-19',
      to: '2026-01-21',
      kind: 'vacation',
    })
    expect(await remind(ctx, '2026-01-20T12:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-21T12:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-22T12:00:00Z')).toBe(1)
  }))

test('another day is another reminder, and what is done or dropped is none', () =>
  inWorld(async (ctx) => {
    const action = await agreed(ctx)
    expect(await remind(ctx, '2026-01-20T12:00:00Z')).toBe(1)
    await editAction(then(ctx, '2026-01-20T13:00:00Z'), { ...at, action, dueOn: '2026-02-02' })
    expect(await remind(ctx, '2026-02-01T12:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-02-02T12:00:00Z')).toBe(1)
    await editAction(then(ctx, '2026-02-02T13:00:00Z'), { ...at, action, state: 'dropped' })
    expect(await remind(ctx, '2026-02-03T12:00:00Z')).toBe(0)
  }))

test('the morning is that of the group, over a change of the clocks and the end of the year', () =>
  inWorld(async (ctx) => {
    await agreed(ctx, '2026-03-29')
    expect(await remind(ctx, '2026-03-29T06:59:00Z', 'Europe/Lisbon')).toBe(0)
    expect(await remind(ctx, '2026-03-29T07:00:00Z', 'Europe/Lisbon')).toBe(1)
    await agreed(ctx, '2027-01-01')
    expect(await remind(ctx, '2026-12-31T17:59:00Z', 'Pacific/Kiritimati')).toBe(0)
    expect(await remind(ctx, '2026-12-31T18:00:00Z', 'Pacific/Kiritimati')).toBe(1)
  }))
