import { describe, expect, test } from 'vitest'
import { closeMilestone } from '../commands/closing/close.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readCapacity } from './capacity.ts'
import { entriesOf } from './issue-lists.ts'
import { readMilestone } from './milestone-overview.ts'
import { readWeek } from './week.ts'

const group = 'custom-models'
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const BLOCKED = ['group::custom models', 'type::bug', 'workflow::blocked', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })
const read = (ctx: Ctx, milestone = '18.8') => readMilestone(ctx, { milestone })

describe('a milestone that runs', () => {
  test('tells its days, what lies on its board by state, and what was promised', () =>
    inWorld(async (ctx) => {
      const next = { labels: DELIVERABLE, dri: 'julie', milestone: '18.9' }
      const done = await anIssue(ctx, { ...next, weight: 3 })
      await anIssue(ctx, { ...next, weight: 2 })
      await anIssue(at(ctx, '2026-01-12T10:00:00Z'), { ...next, weight: 1 })
      await anIssue(at(ctx, '2026-01-12T11:00:00Z'), { weight: 3, milestone: '18.9' })
      await closeIssue(at(ctx, '2026-01-15T10:00:00Z'), { group, ref: done, reason: 'done' })
      const view = await read(at(ctx, '2026-01-20T12:00:00Z'), '18.9')
      expect(view.day).toEqual({ day: 11, of: 35 })
      expect(view.burnUp?.promise).toEqual({ count: 2, weight: 5 })
      expect(view.burnUp?.days).toHaveLength(11)
      expect(view.burnUp?.days.at(-1)).toMatchObject({
        day: '2026-01-20',
        scope: { count: 3, weight: 6 },
        done: { count: 1, weight: 3 },
        changes: [],
      })
      expect(view.burnUp?.days.find(({ day }) => day === '2026-01-15')?.changes).toEqual([
        { ref: done, title: 'Slow model list', kind: 'done', weight: 3 },
      ])
      expect(view.deliverables).toMatchObject({
        count: 3,
        weight: 6,
        done: { count: 1, weight: 3 },
        notShown: 0,
      })
      expect(view.deliverables?.states.map(({ state, count, weight }) => [state, count, weight])).toEqual([
        ['in-dev', 2, 3],
        ['done', 1, 3],
      ])
      expect(view.outcome).toBeNull()
    }))

  test('each state opens the list that holds its issues', () =>
    inWorld(async (ctx) => {
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie' })
      await anIssue(ctx, { labels: BLOCKED, dri: 'julie' })
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', milestone: '18.9' })
      for (const reason of ['done', 'wont_do', 'duplicate'] as const)
        await closeIssue(ctx, {
          group,
          ref: await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie' }),
          reason,
        })
      const states = (await read(ctx)).deliverables?.states ?? []
      expect(states.map(({ state, count }) => [state, count])).toEqual([
        ['in-dev', 1],
        ['blocked', 1],
        ['done', 1],
        ['dropped', 2],
      ])
      for (const { state, count, filter } of states) {
        expect(await entriesOf(ctx, { filter, sort: 'number' }), state).toHaveLength(count)
      }
    }))

  test('what is blocked is told with need and since, the longest wait first', () =>
    inWorld(async (ctx) => {
      const later = await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie' })
      const first = await anIssue(ctx, { labels: DELIVERABLE, dri: 'cindy' })
      const block = (ref: number, moment: string, need: string) =>
        labelIssue(at(ctx, moment), {
          group,
          ref,
          add: ['workflow::blocked'],
          blocked: { need, from: 'Model Evaluation' },
        })
      await block(first, '2026-01-08T10:00:00Z', 'Evaluation results')
      await block(later, '2026-01-09T10:00:00Z', 'A key')
      expect((await read(ctx)).deliverables?.blocked).toMatchObject([
        {
          ref: first,
          need: 'Evaluation results',
          from: 'Model Evaluation',
          since: '2026-01-08T10:00:00.000Z',
        },
        { ref: later, need: 'A key', dri: { handle: 'julie' } },
      ])
    }))

  test('capacity and load are the numbers of the page of capacity, and drift is the one of the week', () =>
    inWorld(async (ctx) => {
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', team: 'model-selection', weight: 3 })
      await anIssue(ctx, { labels: DELIVERABLE.slice(0, 3), weight: null })
      const [view, capacity, week] = [
        await read(ctx),
        await readCapacity(ctx, { milestone: '18.8' }),
        await readWeek(ctx),
      ]
      expect(view.capacity).toMatchObject({
        weight: capacity.total.weight,
        load: capacity.total.load,
        unweighted: capacity.total.unweighted,
      })
      expect(view.capacity?.teams).toEqual(
        capacity.teams.map(({ team, name, weight, load }) => ({ team, name, weight, load })),
      )
      expect(view.drift.map(({ ref, because }) => [ref, because])).toEqual(
        week.lead?.drift.map(({ ref, because }) => [ref, because]),
      )
      expect(view.drift.map(({ kind }) => kind)).toEqual(['no_dri'])
    }))

  test('sums are the group’s and lists are the reader’s', () =>
    inWorld(async (ctx) => {
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', weight: 1 })
      const hidden = await anIssue(ctx, { labels: BLOCKED, dri: 'julie', weight: 2, confidential: true })
      const view = await read(outside(ctx))
      expect(view.deliverables).toMatchObject({
        count: 2,
        weight: 3,
        blocked: [],
        blockedCount: 1,
        notShown: 1,
      })
      const today = view.burnUp?.days.at(-1)
      expect(today?.scope).toEqual({ count: 2, weight: 3 })
      expect(today?.changes.map(({ kind }) => kind)).toEqual(['added'])
      expect(today?.notShown).toBe(1)
      expect(JSON.stringify(view)).not.toContain(`"ref":${hidden}`)
    }))

  test('a day off of the group is told', () =>
    inWorld(async (ctx) => {
      await changeGroup(ctx, { group, country: 'DE', region: '' })
      expect((await read(ctx)).daysOff.map(({ day }) => day)).toEqual([
        '2025-12-25',
        '2025-12-26',
        '2026-01-01',
      ])
    }))
})

test('before it begins there is a plan and no burn-up', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', milestone: '18.9', weight: 3 })
    const view = await read(ctx, '18.9')
    expect(view).toMatchObject({ burnUp: null, outcome: null, day: { day: 0, of: 35 } })
    expect(view.deliverables).toMatchObject({ count: 1, weight: 3 })
    expect(view.capacity?.load).toBe(3)
  }))

test('once its days are over it says what was kept of what was said; what is open still lies there', () =>
  inWorld(async (ctx) => {
    const [done, , gone] = [
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', weight: 1 }),
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', weight: 2 }),
      await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', weight: 3 }),
    ]
    await closeIssue(ctx, { group, ref: done, reason: 'done' })
    await planIssue(ctx, { group, ref: gone, milestone: '18.9' })
    const view = await read(at(ctx, '2026-01-12T12:00:00Z'))
    expect(view.outcome).toEqual({
      assigned: { count: 3, weight: 6 },
      completed: { count: 1, weight: 1 },
      moved: { count: 1, weight: 3 },
    })
    expect(view.burnUp?.days.at(-1)?.day).toBe('2026-01-09')
    expect(view).toMatchObject({ capacity: null, deliverables: { count: 2, done: { count: 1 } } })
  }))

test('of a closed milestone nothing comes from today’s cards', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', weight: 2 })
    const choice = { ref, destination: '18.9', reason: 'scope' as const }
    const closing = { group, milestone: '18.8', issues: [choice], early: true }
    await closeMilestone(at(ctx, '2026-01-07T15:00:00Z'), closing)
    const before = await read(at(ctx, '2026-01-07T15:00:00Z'))
    await weighIssue(at(ctx, '2026-01-08T10:00:00Z'), { group, ref, weight: 3 })
    const view = await read(at(ctx, '2026-01-08T12:00:00Z'))
    expect(view).toEqual({ ...before, today: '2026-01-08', day: { day: 27, of: 28 } })
    expect(view.milestone.closedOn).toBe('2026-01-07')
    expect(view.burnUp?.days.at(-1)).toMatchObject({ day: '2026-01-07', scope: { count: 1, weight: 2 } })
    expect(view).toMatchObject({ deliverables: null, capacity: null, drift: [] })
  }))

test('a Deliverable that was made by mistake and undone never was in the scope', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: DELIVERABLE.slice(0, 3), dri: 'julie' })
    const { event } = await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
    expect((await read(ctx)).burnUp?.days.at(-1)?.scope.count).toBe(1)
    await undoEvent(ctx, { group, event })
    expect((await read(ctx)).burnUp?.days.at(-1)).toMatchObject({ scope: { count: 0 }, changes: [] })
  }))

test('days begin and end in the zone of the group, by its half hours', () =>
  inWorld(async (ctx) => {
    const there = { ...ctx, group: { ...ctx.group, zone: 'Asia/Kolkata' } }
    await anIssue(at(there, '2026-01-07T18:29:00Z'), { labels: DELIVERABLE, dri: 'julie' })
    await anIssue(at(there, '2026-01-07T18:31:00Z'), { labels: DELIVERABLE, dri: 'julie' })
    const days = (await read(at(there, '2026-01-08T12:00:00Z'))).burnUp?.days ?? []
    expect(days.slice(-2).map(({ day, scope }) => [day, scope.count])).toEqual([
      ['2026-01-07', 1],
      ['2026-01-08', 2],
    ])
  }))

test('a shelf has no such page, nor has what was never made', () =>
  inWorld(async (ctx) => {
    await expect(read(ctx, 'backlog')).rejects.toThrow('is a shelf')
    await expect(read(ctx, 'no-such')).rejects.toThrow('“no-such”')
  }))
