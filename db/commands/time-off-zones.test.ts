import { describe, expect, test } from 'vitest'
import { addDays, eachDay, weekday } from '#lib/kit/plain-date.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { readCapacity } from '../queries/capacity.ts'
import { listCover } from '../queries/cover.ts'
import { timeboxes } from '../queries/milestones.ts'
import { listTimeOff } from '../queries/time-off.ts'
import { inWorld } from '../testing/world.ts'
import { setDuty } from './capacity/duty.ts'
import { confirmCapacity } from './capacity/confirm.ts'
import { insertGroup } from './groups.ts'
import { startMembership } from './memberships.ts'
import { createMilestone } from './milestones.ts'
import { createTeam } from './teams.ts'
import { addTimeOff } from './time-off.ts'

const group = 'custom-models'
/** Half-hour zones, one of which moves its clocks by half an hour; the edges of the earth; one without summer time. */
const ZONES = [
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Europe/Berlin',
  'UTC',
]

const inZone = (ctx: Ctx, zone: string, now: Date): Ctx => ({ ...ctx, group: { ...ctx.group, zone }, now })
const rowOf = async (ctx: Ctx, milestone: string, person = 'julie') =>
  (await readCapacity(ctx, { milestone })).rows.find((row) => row.person === person)

describe('in the zone of the group', () => {
  for (const zone of ZONES) {
    test(`a day lasts until its midnight: ${zone}`, () =>
      inWorld(async (ctx, { as }) => {
        const julie = await as('julie')
        await addTimeOff(julie, { group, from: '2026-01-09', to: '2026-01-09', kind: 'other' })
        await setDuty(ctx, { group, team: 'model-selection', week: '2026-01-05', person: 'julie' })
        const last = new Date(endOfDay(zone, '2026-01-09').getTime() - 1)
        const next = startOfDay(zone, '2026-01-10')
        const at = async (now: Date) => {
          const here = inZone(julie, zone, now)
          return {
            listed: (await listTimeOff(here, { group })).items.length,
            current: (await timeboxes(here)).current?.title,
            mayAsk: (await listCover(here, { from: '2026-01-05', to: '2026-01-11' })).duties[0]?.mayAsk,
          }
        }
        expect(await at(last)).toEqual({ listed: 1, current: '18.8', mayAsk: true })
        expect(await at(next)).toEqual({ listed: 0, current: '18.9', mayAsk: false })
      }))

    test(`short notice begins with a milestone on the wall calendar: ${zone}`, () =>
      inWorld(async (ctx, { as }) => {
        await createMilestone(ctx, { group, title: '30.1', startOn: '2026-03-14', dueOn: '2026-04-10' })
        await createMilestone(ctx, { group, title: '30.2', startOn: '2026-04-11', dueOn: '2026-05-08' })
        const newick = await as('newick')
        const days = { group, from: '2026-04-13', to: '2026-04-13', kind: 'other' as const }
        const on = async (now: Date) => {
          const here = inZone(newick, zone, now)
          const { entry } = await addTimeOff(here, days)
          const { items } = await listTimeOff(here, { group, from: '2026-04-01' })
          await here.db.query('delete from time_off where id = $1', [entry.id])
          return items[0]?.shortNotice
        }
        expect(await on(new Date(endOfDay(zone, '2026-03-14').getTime() - 1))).toBe(false)
        expect(await on(startOfDay(zone, '2026-03-15'))).toBe(true)
      }))
  }
})

describe('a milestone', () => {
  /** Each begins on a Saturday and lasts four weeks. */
  const BOXES = [
    ['in which the clocks go on in Europe', '2026-03-14', '2026-03-29'],
    ['in which they go back by half an hour on Lord Howe', '2026-03-28', '2026-04-05'],
    ['in which they go back in Europe', '2026-10-10', '2026-10-25'],
    ['with a leap day', '2028-02-12', '2028-02-29'],
  ] as const

  for (const [what, startOn, odd] of BOXES) {
    test(`${what} has twenty working days in every zone, and a day off in it is one day`, () =>
      inWorld(async (ctx, { as }) => {
        const dueOn = addDays(startOn, 27)
        await createMilestone(ctx, { group, title: '30.1', startOn, dueOn })
        const julie = await as('julie')
        // the day itself, and the Monday after it: where it is a Sunday only that costs anything
        await addTimeOff(julie, { group, from: odd, to: addDays(odd, 1), kind: 'vacation' })
        const off = eachDay(odd, addDays(odd, 1)).filter((day) => weekday(day) <= 5).length
        for (const zone of ZONES) {
          const here = inZone(ctx, zone, startOfDay(zone, startOn))
          expect(await rowOf(here, '30.1'), zone).toMatchObject({ workingDays: 20, timeOff: off })
          expect(await rowOf(here, '30.1', 'cindy'), zone).toMatchObject({ workingDays: 20, timeOff: 0 })
        }
      }))
  }

  test('has three days of a person who joins on its last Wednesday, of whom holidays on a weekend take none', () =>
    inWorld(async (ctx, { as }) => {
      await createMilestone(ctx, { group, title: '30.1', startOn: '2026-03-14', dueOn: '2026-04-10' })
      const { slug: team } = await createTeam(ctx, { name: 'Newcomers' })
      await ctx.db.query('delete from memberships where person_id = $1', [(await as('patrick')).actor.id])
      await startMembership(ctx, { team, person: 'patrick', kind: 'main', percent: 100, from: '2026-04-08' })
      await ctx.db.query(
        `insert into days_off (group_id, day, name, created_at) values (1, '2026-04-11', 'A Saturday', now())`,
      )
      expect(await rowOf(ctx, '30.1', 'patrick')).toMatchObject({ workingDays: 3, holidays: 0, weight: 1.5 })
    }))
})

test('of a person in two groups each has its own days, time off and confirmation', () =>
  inWorld(async (ctx, { as }) => {
    const texts = {
      vision: '',
      summary: '',
      mission: '',
      namespace: '',
      channel: '',
      channels: [],
      cadence: [],
    }
    const second = await insertGroup(
      { ...ctx, inside: true, actor: { ...ctx.actor, admin: true } },
      { slug: 'second', name: 'Second', zone: 'Asia/Kolkata', ...texts },
    )
    const julie = await as('julie')
    for (const [person, role] of [
      [ctx.actor.id, 'em'],
      [julie.actor.id, 'engineer'],
    ]) {
      await ctx.db.query(
        'insert into group_roles (group_id, person_id, role, created_at) values ($1, $2, $3, $4) on conflict do nothing',
        [second.id, person, role, ctx.now],
      )
    }
    const there: Ctx = {
      ...ctx,
      group: { ...ctx.group, id: second.id, slug: 'second', zone: 'Asia/Kolkata' },
    }
    const julieThere: Ctx = { ...there, actor: julie.actor }
    const { slug: team } = await createTeam(there, { name: 'Second team' })
    await startMembership(there, { team, person: 'julie', kind: 'main', percent: 50, from: '2026-01-01' })
    await createMilestone(there, {
      group: 'second',
      title: '18.9',
      startOn: '2026-01-10',
      dueOn: '2026-02-13',
    })
    const days = { from: '2026-01-19', to: '2026-01-20', kind: 'vacation' as const }
    await addTimeOff(julie, { group, ...days })
    expect(await rowOf(ctx, '18.9')).toMatchObject({ workingDays: 25, timeOff: 2, share: 1 })
    expect(await rowOf(there, '18.9'), 'entered in one').toMatchObject({
      workingDays: 25,
      timeOff: 0,
      share: 0.5,
    })
    await confirmCapacity(julieThere, { group: 'second', milestone: '18.9', person: 'julie' })
    await addTimeOff(julieThere, { group: 'second', ...days })
    expect(await rowOf(there, '18.9'), 'entered in both').toMatchObject({ timeOff: 2 })
    expect((await readCapacity(there, { milestone: '18.9' })).confirmations).toMatchObject([
      { confirmedAt: null },
    ])
    await confirmCapacity(julieThere, { group: 'second', milestone: '18.9', person: 'julie' })
    await addTimeOff(julie, { group, from: '2026-01-26', to: '2026-01-26', kind: 'other' })
    expect(
      (await readCapacity(there, { milestone: '18.9' })).confirmations[0]?.confirmedAt,
      'the other’s change',
    ).not.toBeNull()
  }))
