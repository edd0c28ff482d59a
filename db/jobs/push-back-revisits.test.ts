import { expect, test } from 'vitest'
import { decidePushBack } from '../commands/push-backs/decide.ts'
import { raisePushBack } from '../commands/push-backs/raise.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { listInbox } from '../queries/inbox.ts'
import { readPushBack } from '../queries/push-backs.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { pushBackRevisits } from './push-back-revisits.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 5 }
const at = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) })

/** How many are brought back by then, in a zone. */
async function bringBack(ctx: Ctx, now: string, zone = 'UTC'): Promise<number> {
  const clock: Ctx = { ...at(ctx, now), actor: THE_CLOCK, group: { ...ctx.group, zone } }
  let done = 0
  for (const period of await pushBackRevisits.owed(clock, TURNS))
    if (await runOnce(pushBackRevisits, clock, period)) done += 1
  return done
}
const reminders = async (ctx: Ctx, now: string) =>
  (await listInbox(at(ctx, now), { group })).items.filter(({ kind }) => kind === 'reminder')

const raised = async (julie: Ctx, revisitOn: string) => {
  const work = `issue-${await anIssue(julie)}`
  return (await raisePushBack(julie, { group, work, reason: 'Too early.', revisitOn })).pushBack
}

test('on its day a push-back comes back once, to the person who raised it, the EM and the PM', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { id } = await raised(julie, '2026-01-20')
    expect(await bringBack(ctx, '2026-01-19T23:00:00Z')).toBe(0)
    expect(await bringBack(ctx, '2026-01-20T07:59:00Z')).toBe(0)
    expect(await bringBack(ctx, '2026-01-20T08:00:00Z')).toBe(1)
    expect(await bringBack(ctx, '2026-01-21T08:00:00Z')).toBe(0)
    for (const person of [ctx, julie, await as('jordan')]) {
      const items = await reminders(person, '2026-01-20T09:00:00Z')
      expect(items).toMatchObject([{ link: `/custom-models/push-backs?show=${id}` }])
      expect(items[0]?.sentence).toContain('reminded to look again at the push-back on #')
    }
    expect(await reminders(await as('cindy'), '2026-01-20T09:00:00Z')).toEqual([])
  }))

test('a decision settles what came back, and one that puts it off again brings it back on another day', () =>
  inWorld(async (ctx, { as }) => {
    const { id: pushBack } = await raised(await as('julie'), '2026-01-20')
    const { version } = await readPushBack(ctx, { pushBack })
    await bringBack(ctx, '2026-01-20T08:00:00Z')
    const later = { group, pushBack, version, decision: 'deferred' as const, revisitOn: '2026-02-02' }
    await decidePushBack(at(ctx, '2026-01-20T10:00:00Z'), later)
    expect(await reminders(ctx, '2026-01-20T11:00:00Z')).toEqual([])
    expect(await reminders(await as('jordan'), '2026-01-20T11:00:00Z')).toEqual([])
    expect(await bringBack(ctx, '2026-02-01T12:00:00Z')).toBe(0)
    expect(await bringBack(ctx, '2026-02-02T12:00:00Z')).toBe(1)
  }))

test('what was accepted and is due is decided anew', () =>
  inWorld(async (ctx, { as }) => {
    const { id: pushBack, version } = await raised(await as('julie'), '2026-01-20')
    const one = { group, pushBack }
    const { pushBack: accepted } = await decidePushBack(ctx, { ...one, version, decision: 'accepted' })
    expect(accepted.revisitOn).toBe('2026-01-20')
    const again = { ...one, version: accepted.version, decision: 'declined' as const }
    await expect(decidePushBack(at(ctx, '2026-01-19T10:00:00Z'), again)).rejects.toThrow('already accepted')
    const due = await decidePushBack(at(ctx, '2026-01-20T10:00:00Z'), again)
    expect(due.pushBack).toMatchObject({ state: 'declined', revisitOn: null })
  }))

test('the morning is that of the group, from eleven hours behind to fourteen ahead', () =>
  inWorld(async (ctx, { as }) => {
    await raised(await as('julie'), '2026-01-20')
    expect(await bringBack(ctx, '2026-01-19T17:59:00Z', 'Pacific/Kiritimati')).toBe(0)
    expect(await bringBack(ctx, '2026-01-19T18:00:00Z', 'Pacific/Kiritimati')).toBe(1)
    await raised(await as('julie'), '2026-01-21')
    expect(await bringBack(ctx, '2026-01-21T18:59:00Z', 'Pacific/Niue')).toBe(0)
    expect(await bringBack(ctx, '2026-01-21T19:00:00Z', 'Pacific/Niue')).toBe(1)
  }))
