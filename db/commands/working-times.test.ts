import { describe, expect, test } from 'vitest'
import { daysOf, workOn } from '#lib/domain/working-times.ts'
import type { Ctx } from '../context.ts'
import { inWorld } from '../testing/world.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { listEvents, lastEvent } from '../queries/events.ts'
import { readGroup } from '../queries/groups.ts'
import { calendarsOf, listWorkingTimes } from '../queries/working-times.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { confirmCapacity } from './capacity/confirm.ts'
import { changeGroup } from './groups-edit.ts'
import { removePerson } from './people.ts'
import { undoEvent } from './undo.ts'
import { addDayOff, removeDayOff, removeWorkingTime, setWorkingTime } from './working-times.ts'

const GROUP = { group: 'custom-models' }
const FOUR_DAYS = [2, 2, 2, 2, 0, 0, 0]
const MORNINGS = [1, 1, 1, 1, 1, 0, 0]
const FROM = '2026-01-12'

const weekOfJulie = async (ctx: Ctx, from?: string, to?: string) => {
  const { items } = await listWorkingTimes(ctx, { from, to })
  const julie = items.find(({ person }) => person === 'julie')
  if (!julie) throw new Error('Julie is a member of the group.')
  return julie
}
const sentence = async (ctx: Ctx) => (await listEvents(ctx, { ...GROUP, limit: 1 })).items[0]?.sentence

test('a person sets their own working week, from a day on, and the group reads it', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await setWorkingTime(julie, { ...GROUP, person: 'julie', from: FROM, week: FOUR_DAYS })
    expect(await sentence(ctx)).toBe(
      'Julie Huang set the working week of Julie Huang from 2026-01-12: Monday to Thursday.',
    )
    const { times } = await weekOfJulie(await as('cindy'))
    expect(times).toEqual([{ from: FROM, country: '', region: '', week: FOUR_DAYS, place: '' }])
    expect([workOn(times, '2026-01-09'), workOn(times, '2026-01-16')]).toEqual([1, 0])
    const event = await lastEvent(ctx)
    await setWorkingTime(julie, { ...GROUP, person: 'julie', from: FROM, week: FOUR_DAYS })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(event)
    await setWorkingTime(julie, { ...GROUP, person: 'julie', from: FROM, week: MORNINGS })
    expect((await weekOfJulie(ctx)).times).toHaveLength(1)
    await removeWorkingTime(julie, { ...GROUP, person: 'julie', from: FROM })
    expect((await weekOfJulie(ctx)).times).toEqual([])
  }))

test('a changed working week or country asks for the days of the milestones that it touches anew, until it is undone', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const days = { ...GROUP, person: 'julie' }
    const confirmed = async () =>
      (
        await ctx.db.query<{ id: number }>(
          'select milestone_id as id from capacity_confirmations where person_id = $1 order by 1',
          [julie.actor.id],
        )
      ).rows.length
    for (const milestone of ['18.8', '18.9']) await confirmCapacity(julie, { ...days, milestone })
    const inFebruary = await setWorkingTime(julie, { ...days, from: '2026-02-16', week: FOUR_DAYS })
    expect(await confirmed(), 'after both').toBe(2)
    const { event } = await setWorkingTime(julie, { ...days, from: FROM, week: FOUR_DAYS })
    expect(await confirmed(), 'within the second').toBe(1)
    await undoEvent(julie, { ...GROUP, event })
    expect(await confirmed(), 'as it was').toBe(2)
    await setWorkingTime(ctx, { ...days, from: '2026-01-01', country: 'NL', week: [2, 2, 2, 2, 2, 0, 0] })
    expect(await confirmed(), 'in both').toBe(0)
    await confirmCapacity(julie, { ...days, milestone: '18.9' })
    await removeWorkingTime(julie, { ...days, from: '2026-02-16' })
    expect(await confirmed(), 'after it').toBe(1)
    await removeWorkingTime(ctx, { ...days, from: '2026-01-01' })
    expect(await confirmed()).toBe(0)
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
    expect(inFebruary.event).toBeLessThan(event)
  }))

test('only the engineering manager or an administrator sets the working week of others', () =>
  inWorld(async (ctx, { as }) => {
    const input = { ...GROUP, person: 'julie', from: FROM, week: FOUR_DAYS }
    await expect(setWorkingTime(await as('cindy'), input)).rejects.toMatchObject({
      code: 'forbidden',
      detail: 'Only the engineering manager or an administrator sets the working week of others.',
    })
    await expect(removeWorkingTime(await as('jordan'), input)).rejects.toMatchObject({ code: 'forbidden' })
    await setWorkingTime(ctx, input)
    await expect(addDayOff(await as('jordan'), { ...GROUP, day: FROM, name: 'Off' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('a week without work, an unknown country and an unknown region are refused in words', () =>
  inWorld(async (ctx) => {
    const input = { ...GROUP, person: 'julie', from: FROM, week: FOUR_DAYS }
    const none = { ...input, week: [0, 0, 0, 0, 0, 0, 0] }
    await expect(setWorkingTime(ctx, none)).rejects.toMatchObject({ facts: { rule: 'week_empty' } })
    await expect(setWorkingTime(ctx, { ...input, region: 'BY' })).rejects.toMatchObject({
      facts: { rule: 'country_missing' },
    })
    await expect(setWorkingTime(ctx, { ...input, country: 'QQ' })).rejects.toThrow('“QQ”')
    await expect(setWorkingTime(ctx, { ...input, country: 'DE', region: 'TX' })).rejects.toThrow(
      '“TX” of “DE”',
    )
    await expect(setWorkingTime(ctx, { ...input, person: 'unknown' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(removeWorkingTime(ctx, input)).rejects.toMatchObject({ code: 'not_found' })
  }))

describe('holidays', () => {
  test('are those of the group, of the person where they have a country, and the days off of the group', () =>
    inWorld(async (ctx) => {
      expect((await weekOfJulie(ctx, '2026-01-01', '2026-02-28')).holidays).toEqual([])
      await changeGroup(ctx, { ...GROUP, country: 'US' })
      await addDayOff(ctx, { ...GROUP, day: '2026-01-30', name: 'Family & Friends Day' })
      const names = async () =>
        (await weekOfJulie(ctx, '2026-01-01', '2026-02-28')).holidays.map(({ day, name }) => `${day} ${name}`)
      expect(await names()).toEqual([
        "2026-01-01 New Year's Day",
        '2026-01-19 Martin Luther King Jr. Day',
        '2026-01-30 Family & Friends Day',
        "2026-02-16 Washington's Birthday",
      ])
      await setWorkingTime(ctx, {
        ...GROUP,
        person: 'julie',
        from: '2026-02-01',
        country: 'DE',
        region: 'BY',
        week: FOUR_DAYS,
      })
      expect(await names()).toHaveLength(3)
    }))

  test('take the days on which a person would work', () =>
    inWorld(async (ctx) => {
      await changeGroup(ctx, { ...GROUP, country: 'US' })
      await setWorkingTime(ctx, {
        ...GROUP,
        person: 'julie',
        from: '2025-01-01',
        week: [0, 2, 2, 2, 2, 0, 0],
      })
      const { members } = await calendarsOf(ctx, '2026-01-17', '2026-01-23')
      const left = (person: string) => {
        const one = members.find((member) => member.person === person)
        if (!one) throw new Error(`${person} is a member.`)
        return daysOf(one, '2026-01-17', '2026-01-23').reduce((sum, { work, off }) => sum + work - off, 0)
      }
      // Martin Luther King Jr. Day is a Monday.
      expect([left('julie'), left('cindy')]).toEqual([4, 4])
    }))

  test('of the group follow its country, whose regions are its own', () =>
    inWorld(async (ctx) => {
      await changeGroup(ctx, { ...GROUP, country: 'DE', region: 'BY', triageShare: 60 })
      expect(await readGroup(ctx)).toMatchObject({ country: 'DE', region: 'BY', triageShare: 60 })
      expect(await sentence(ctx)).toContain('country, region and share of triage of the group')
      await changeGroup(ctx, { ...GROUP, country: 'US' })
      expect(await readGroup(ctx)).toMatchObject({ country: 'US', region: '' })
      await expect(changeGroup(ctx, { ...GROUP, region: 'BY' })).rejects.toThrow('“BY” of “US”')
    }))

  test('a day off of the group is there once, and goes', () =>
    inWorld(async (ctx) => {
      await addDayOff(ctx, { ...GROUP, day: '2026-01-30', name: 'Family & Friends Day' })
      await expect(addDayOff(ctx, { ...GROUP, day: '2026-01-30', name: 'Again' })).rejects.toThrow(
        'Family & Friends Day',
      )
      await removeDayOff(ctx, { ...GROUP, day: '2026-01-30' })
      expect((await listWorkingTimes(ctx)).daysOff).toEqual([])
      await expect(removeDayOff(ctx, { ...GROUP, day: '2026-01-30' })).rejects.toMatchObject({
        code: 'not_found',
      })
    }))
})

test('without days stated the next four weeks are looked at', () =>
  inWorld(async (ctx) => {
    expect(await listWorkingTimes(ctx)).toMatchObject({ from: '2026-01-07', to: '2026-02-03' })
    expect(await listWorkingTimes(ctx, { to: '2026-01-28' })).toMatchObject({ from: '2026-01-01' })
    expect(await listWorkingTimes(ctx, { from: '2199-12-20' })).toMatchObject({ to: '2199-12-31' })
  }))

test('who left the group is no longer listed', () =>
  inWorld(async (ctx) => {
    await setWorkingTime(ctx, { ...GROUP, person: 'newick', from: FROM, week: FOUR_DAYS })
    await removePerson(ctx, { ...GROUP, person: 'newick' })
    expect((await listWorkingTimes(ctx)).items.map(({ person }) => person)).not.toContain('newick')
  }))

const JULIE = { ...GROUP, person: 'julie', from: FROM }
const FAMILIES: Families<'working_time' | 'day_off'> = {
  'working_time.set': {
    prepare: async () => [
      (now) => setWorkingTime(now, { ...JULIE, week: FOUR_DAYS }),
      (now) => setWorkingTime(now, { ...JULIE, week: MORNINGS, country: 'DE', region: 'BY' }),
    ],
  },
  'working_time.removed': {
    prepare: async (ctx) => {
      await setWorkingTime(ctx, { ...JULIE, week: MORNINGS, country: 'DE' })
      return [(now) => removeWorkingTime(now, JULIE)]
    },
  },
  'day_off.added': {
    prepare: async () => [(now) => addDayOff(now, { ...GROUP, day: '2026-01-30', name: 'Off' })],
  },
  'day_off.removed': {
    prepare: async (ctx) => {
      await addDayOff(ctx, { ...GROUP, day: '2026-01-30', name: 'Off' })
      return [(now) => removeDayOff(now, { ...GROUP, day: '2026-01-30' })]
    },
  },
}
testUndoOf(FAMILIES)
