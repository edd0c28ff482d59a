import { expect, test } from 'vitest'
import { setFact } from '../commands/issues/set-fact.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import type { Ctx } from '../context.ts'
import { refusalOf } from '../testing/refused.ts'
import { toStakeholder } from '../testing/stakeholder.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { daysAsked, listDays } from './days.ts'
import { listEvents } from './events.ts'

const group = 'custom-models'
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const ON_THE_DAYS = { from: '2026-01-08', to: '2026-01-12' }
const counted = async (ctx: Ctx, days = ON_THE_DAYS) =>
  (await listDays(ctx, days)).items.map(({ day, events }) => [day, events])

test('without days the last three months are counted, up to today', () =>
  inWorld(async (ctx) => {
    expect(daysAsked(ctx, {})).toEqual({ from: '2025-10-08', to: '2026-01-07' })
    expect(daysAsked(ctx, { to: '2025-12-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' })
    expect(daysAsked(ctx, { from: '2026-01-07' })).toEqual({ from: '2026-01-07', to: '2026-01-07' })
  }))

test('today is the day of the group, wherever the server stands', () =>
  inWorld(async (ctx) => {
    const tokyo = {
      ...ctx,
      group: { ...ctx.group, zone: 'Asia/Tokyo' },
      now: new Date('2026-01-07T16:00:00Z'),
    }
    expect(daysAsked(tokyo, {}).to).toBe('2026-01-08')
  }))

test('days in the wrong order, and more than three years of them, are refused by field', () =>
  inWorld(async (ctx) => {
    const why = (from: string, to: string) => refusalOf(ctx, async () => daysAsked(ctx, { from, to }))
    expect(await why('2026-01-02', '2026-01-01')).toBe('invalid: from: From is after to.')
    expect(await why('2023-01-01', '2026-01-05')).toBe('invalid: from: At most 1100 days at once.')
    expect(daysAsked(ctx, { from: '2023-01-02', to: '2026-01-05' })).toBeTruthy()
  }))

test('days on which nothing happened are left out, the others have as many events as happened', () =>
  inWorld(async (ctx) => {
    const first = at(ctx, '2026-01-09T09:00:00Z')
    const ref = await anIssue(first)
    await weighIssue(first, { group, ref, weight: 3 })
    await weighIssue(at(ctx, '2026-01-11T23:59:59Z'), { group, ref, weight: 1 })
    const days = await counted(ctx)
    expect(days.map(([day]) => day)).toEqual(['2026-01-09', '2026-01-11'])
    expect(days[1]).toEqual(['2026-01-11', 1])
    expect(await counted(ctx, { from: '2026-02-01', to: '2026-02-03' })).toEqual([])
  }))

test('a day ends with the day of the group: the same moment lies on another day elsewhere', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(at(ctx, '2026-01-09T09:00:00Z'))
    await weighIssue(at(ctx, '2026-01-10T23:30:00Z'), { group, ref, weight: 3 })
    const days = async (zone: string) =>
      (await counted({ ...ctx, group: { ...ctx.group, zone } })).map(([day]) => day)
    expect(await days('UTC')).toEqual(['2026-01-09', '2026-01-10'])
    expect(await days('Europe/Berlin')).toEqual(['2026-01-09', '2026-01-11'])
  }))

test('what happened to a confidential issue counts only for those who may see it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(at(ctx, '2026-01-08T09:00:00Z'))
    await setFact(at(ctx, '2026-01-08T10:00:00Z'), ref, 'confidential', true)
    await weighIssue(at(ctx, '2026-01-10T09:00:00Z'), { group, ref, weight: 3 })
    const stakeholder = await toStakeholder(await as('patrick'))
    expect((await counted(ctx)).map(([day]) => day)).toContain('2026-01-10')
    expect((await counted(stakeholder)).map(([day]) => day)).not.toContain('2026-01-10')
  }))

test('a day of the audit log that is no date is refused', () =>
  inWorld(async (ctx) => {
    expect(await refusalOf(ctx, () => listEvents(ctx, { group, day: '2026-02-30' }))).toBe(
      'invalid: day: Not a date.',
    )
  }))
