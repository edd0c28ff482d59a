import { expect, test } from 'vitest'
import { askToConfirm, confirmCapacity } from '../commands/capacity/confirm.ts'
import { setDuty } from '../commands/capacity/duty.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { addTimeOff, removeTimeOff } from '../commands/time-off.ts'
import { setWorkingTime } from '../commands/working-times.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { absencesSoon } from './absences.ts'
import { weekOfPeople } from './away-in-week.ts'
import { uncoveredBy } from './uncovered.ts'
import { daysToConfirm } from './week-days.ts'

const group = 'custom-models'
const away = (ctx: Ctx, from: string, to = from, more: object = {}) =>
  addTimeOff(ctx, { group, from, to, kind: 'sick', note: 'A private reason', ...more })
const refOf = ({ actor }: Ctx) => ({ id: actor.id ?? '', name: actor.name })

test('who is away today or within the coming week is told with what begins first, and never why', () =>
  inWorld(async (ctx, { as }) => {
    expect(await absencesSoon(ctx), 'while everyone is there').toEqual([])
    const [julie, cindy, newick] = [await as('julie'), await as('cindy'), await as('newick')]
    await away(julie, '2026-01-12')
    await away(julie, '2026-01-07', '2026-01-08')
    await away(cindy, '2026-01-14')
    await away(newick, '2026-01-15')
    const soon = await absencesSoon(ctx)
    expect(soon).toEqual([
      { person: 'cindy', from: '2026-01-14', to: '2026-01-14' },
      { person: 'julie', from: '2026-01-07', to: '2026-01-08' },
    ])
    expect(JSON.stringify(soon)).not.toContain('private')
    expect(await absencesSoon(ctx, cindy.actor.id)).toHaveLength(1)
  }))

test('time off that was removed counts nowhere', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { entry } = await away(julie, '2026-01-07', '2026-01-09')
    await removeTimeOff(julie, { group, entry: entry.id })
    expect(await absencesSoon(ctx)).toEqual([])
    expect((await weekOfPeople(ctx, '2026-W02')).get(julie.actor.id ?? '')?.timeOff).toEqual([])
  }))

test('the week of a person is their own: the days that they work, less holidays, beside when they are away', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await setWorkingTime(ctx, { group, person: 'julie', from: '2026-01-05', week: [2, 2, 0, 1, 0, 0, 0] })
    await away(julie, '2026-01-06', '2026-01-06', { fromNoon: true })
    await away(julie, '2026-01-12')
    const week = (await weekOfPeople(ctx, '2026-W02')).get(julie.actor.id ?? '')
    const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-10']
    expect(days.map((day) => week?.workOn(day))).toEqual([1, 1, 0, 0.5, 0])
    expect(week?.timeOff).toMatchObject([{ fromOn: '2026-01-06', fromNoon: true }])
  }))

test('every member of the group has a week, also one in whose week nothing was entered', () =>
  inWorld(async (ctx) => {
    const weeks = await weekOfPeople(ctx, '2026-W02')
    const { rows } = await ctx.db.query('select distinct person_id as id from group_roles where group_id = 1')
    expect([...weeks.keys()].toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    for (const { timeOff } of weeks.values()) expect(timeOff).toEqual([])
  }))

test('days leave triage without cover, and active work of the milestones that they touch', () =>
  inWorld(async (ctx, { as }) => {
    const julie = refOf(await as('julie'))
    const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
    await anIssue(ctx, { labels, dri: 'julie' })
    await anIssue(ctx, { labels, dri: 'julie', milestone: '18.9' })
    await anIssue(ctx, { dri: 'julie' })
    const done = await anIssue(ctx, { labels, dri: 'julie' })
    await closeIssue(ctx, { group, ref: done })
    await setDuty(ctx, { group, team: 'model-selection', week: '2026-01-05', person: 'julie' })
    const left = await uncoveredBy(ctx, julie, { fromOn: '2026-01-07', toOn: '2026-01-09' })
    expect(left.driving, 'of the milestone that runs, open and begun').toBe(1)
    expect(left.duties).toMatchObject([{ weekOn: '2026-01-05' }])
    const over = await uncoveredBy(ctx, julie, { fromOn: '2026-01-08', toOn: '2026-01-14' })
    expect(over.driving, 'of both milestones').toBe(2)
    const free = await uncoveredBy(ctx, refOf(await as('cindy')), {
      fromOn: '2026-01-07',
      toOn: '2026-01-09',
    })
    expect(free).toEqual({ duties: [], driving: 0 })
  }))

test('a weekend leaves no triage without cover', () =>
  inWorld(async (ctx, { as }) => {
    const julie = refOf(await as('julie'))
    await setDuty(ctx, { group, team: 'model-selection', week: '2026-01-05', person: 'julie' })
    const weekend = await uncoveredBy(ctx, julie, { fromOn: '2026-01-10', toOn: '2026-01-11' })
    expect(weekend).toEqual({ duties: [], driving: 0 })
  }))

test('the days of the next milestone wait to be confirmed from two weeks before it, until they are', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    const on = (ctx: Ctx, day: string) => daysToConfirm({ ...ctx, now: new Date(`${day}T12:00:00Z`) })
    expect(await on(julie, '2025-12-26')).toBeNull()
    expect(await on(julie, '2025-12-27')).toEqual({ milestone: { slug: '18.9', title: '18.9' }, asked: null })
    expect(await on(julie, '2026-01-10'), 'once it runs only where it was asked for').toBeNull()
    await confirmCapacity(julie, { group, milestone: '18.9', person: 'julie' })
    expect(await on(julie, '2026-01-07')).toBeNull()
    expect(await on(await as('cindy'), '2026-01-07'), 'each person confirms their own').not.toBeNull()
  }))

test('what the EM asked for waits also while the milestone runs, with who asked and when', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await askToConfirm(ctx, { group, milestone: '18.8', person: 'julie' })
    expect(await daysToConfirm(julie)).toEqual({
      milestone: { slug: '18.8', title: '18.8' },
      asked: { by: 'Mohamed Hamda', at: ctx.now.toISOString() },
    })
    expect((await daysToConfirm(await as('cindy')))?.milestone.slug).toBe('18.9')
  }))
