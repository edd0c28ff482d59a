import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { viewBoard } from '../../queries/boards.ts'
import { readCapacity } from '../../queries/capacity.ts'
import { listEvents } from '../../queries/events.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { changeGroup } from '../groups-edit.ts'
import { addTimeOff } from '../time-off.ts'
import { undoEvent } from '../undo.ts'
import { addDayOff, setWorkingTime } from '../working-times.ts'
import { askToConfirm, confirmCapacity, reopenCapacity } from './confirm.ts'
import { setDuty } from './duty.ts'
import { setLanes, weighCarryOver } from './lanes.ts'
import { overrideCapacity } from './override.ts'

const group = 'custom-models'
/** Five weeks from 10 January to 13 February 2026, 25 working days. */
const IN = { group, milestone: '18.9' }
const JULIE = { ...IN, person: 'julie' }

const view = (ctx: Ctx) => readCapacity(ctx, { milestone: '18.9' })
async function rowOf(ctx: Ctx, person: string) {
  const row = (await view(ctx)).rows.find((one) => one.person === person)
  if (!row) throw new Error(`${person} has no row.`)
  return row
}
const sentences = async (ctx: Ctx, limit: number) =>
  (await listEvents(ctx, { group, limit })).items.map(({ sentence }) => sentence)

const expectReplayed = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(ledger).toEqual(tables)
}

describe('the capacity of a milestone', () => {
  test('is working days without holidays, days off of the group, time off and triage, by share and focus', () =>
    inWorld(async (ctx, { as }) => {
      await changeGroup(ctx, { group, country: 'US', focusFactor: 0.9 })
      await addDayOff(ctx, { group, day: '2026-01-23', name: 'Family & Friends' })
      await setWorkingTime(ctx, { group, person: 'julie', from: '2026-02-02', week: [2, 2, 2, 2, 0, 0, 0] })
      await addTimeOff(await as('julie'), {
        group,
        from: '2026-01-28',
        to: '2026-01-30',
        fromNoon: true,
        kind: 'sick',
      })
      await setDuty(ctx, { group, team: 'model-selection', week: '2026-01-12', person: 'julie' })
      // Two Fridays without work, Martin Luther King Jr. Day, one day off of the group, 2.5 away, half of five on duty.
      expect(await rowOf(ctx, 'julie')).toMatchObject({
        team: 'model-selection',
        workingDays: 23,
        holidays: 2,
        timeOff: 2.5,
        triageDays: 2.5,
        share: 1,
        focus: 0.9,
        availableDays: 14.4,
        weight: 7.2,
      })
    }))

  test('is the same number on the boards, for every reader', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), { group, from: '2026-01-12', to: '2026-01-16', kind: 'vacation' })
      const { total } = await view(ctx)
      expect(total.weight).toBe(60)
      for (const reader of [ctx, await as('julie')]) {
        const board = await viewBoard(reader, { board: 'planning', milestone: '18.9' })
        expect(board.capacity).toMatchObject({ weight: total.weight, availableDays: total.availableDays })
      }
    }))

  test('is set against the load of people and teams, confidential issues among it', () =>
    inWorld(async (ctx) => {
      const planned = { milestone: '18.9', labels: ['group::custom models'] }
      await anIssue(ctx, { ...planned, weight: 3, dri: 'julie', team: 'model-selection' })
      await anIssue(ctx, { ...planned, weight: 2, team: 'model-selection', confidential: true })
      await anIssue(ctx, { ...planned, weight: null })
      const { rows, teams, total } = await view(ctx)
      expect(rows.find(({ person }) => person === 'julie')).toMatchObject({ load: 3 })
      expect(teams[0]).toMatchObject({ team: 'model-selection', load: 5, unassigned: 2 })
      expect(total).toMatchObject({ load: 5, withoutTeam: 0, unweighted: 1 })
    }))

  test('of a shelf is refused', () =>
    inWorld(async (ctx) => {
      await expect(readCapacity(ctx, { milestone: 'backlog' })).rejects.toThrow('Shelves have no capacity.')
    }))
})

describe('an override', () => {
  test('stands in the place of a term with its reason, until it is taken off', () =>
    inWorld(async (ctx) => {
      const wanted = { ...JULIE, term: 'timeOff' as const, value: 5, reason: 'A course.' }
      await overrideCapacity(ctx, wanted)
      expect(await rowOf(ctx, 'julie')).toMatchObject({ timeOff: 5, weight: 10, overridden: ['timeOff'] })
      expect((await view(ctx)).overrides).toMatchObject([
        {
          person: 'julie',
          team: null,
          weekOn: null,
          term: 'timeOff',
          value: 5,
          reason: 'A course.',
          by: 'mohamed',
        },
      ])
      await overrideCapacity(ctx, { ...wanted, value: null })
      expect(await rowOf(ctx, 'julie')).toMatchObject({ timeOff: 0, overridden: [] })
      expect(await sentences(ctx, 2)).toEqual([
        'Mohamed Hamda removed the override of Julie Huang’s time off, 18.9.',
        'Mohamed Hamda set Julie Huang’s time off to 5 days, 18.9: A course.',
      ])
      await expectReplayed(ctx)
    }))

  test('answers with the lines and overrides of its person as the page has them', () =>
    inWorld(async (ctx) => {
      const share = { ...IN, person: 'manoj', team: 'model-selection', term: 'share' as const }
      for (const wanted of [{ value: 0.6, reason: 'Helps out.' }, { value: null }]) {
        const { rows, overrides } = await overrideCapacity(ctx, { ...share, ...wanted })
        const shown = await view(ctx)
        expect(shown.rows.filter(({ person }) => person === 'manoj')).toMatchObject(rows)
        expect(overrides).toEqual(shown.overrides)
        expect(rows).toHaveLength(3)
      }
    }))

  test('is for one week and one team where it says so', () =>
    inWorld(async (ctx) => {
      const place = { ...IN, person: 'manoj', team: 'model-selection', weekOn: '2026-01-17' }
      await overrideCapacity(ctx, { ...place, term: 'share', value: 1, reason: 'Helps out.' })
      const rows = (await view(ctx)).rows.filter(({ person }) => person === 'manoj')
      const ours = rows.find(({ team }) => team === 'model-selection')
      expect(ours?.weeks.map(({ share }) => share)).toEqual([0.25, 1, 0.25, 0.25, 0.25])
      expect(rows.filter(({ overridden }) => overridden.length > 0)).toHaveLength(1)
    }))

  test.each([
    [{ term: 'timeOff', value: 2 }, 'Add a reason'],
    [{ term: 'timeOff', value: 36, reason: 'x' }, 'between 0 and 35 days'],
    [{ term: 'timeOff', value: 8, reason: 'x', weekOn: '2026-01-17' }, 'between 0 and 7 days'],
    [{ term: 'share', value: 1.2, reason: 'x' }, 'between 0 and 100 %'],
    [{ term: 'focus', value: 3, reason: 'x' }, 'between 0 and 2'],
    [{ term: 'focus', value: 1, reason: 'x', weekOn: '2026-01-18' }, 'No week of this milestone begins'],
  ] as const)('of %o is refused: %s', (wanted, because) =>
    inWorld(async (ctx) => {
      await expect(overrideCapacity(ctx, { ...JULIE, ...wanted })).rejects.toThrow(because)
    }),
  )

  test('is the engineering manager’s alone, and can be taken back', () =>
    inWorld(async (ctx, { as }) => {
      const wanted = { ...JULIE, term: 'focus' as const, value: 0.5, reason: 'Onboarding.' }
      await expect(overrideCapacity(await as('jordan'), wanted)).rejects.toThrow(
        'Only the engineering manager',
      )
      const { event } = await overrideCapacity(ctx, wanted)
      const { event: second } = await overrideCapacity(ctx, { ...wanted, value: 0.7, reason: 'Half of it.' })
      await undoEvent(ctx, { group, event: second })
      expect((await view(ctx)).overrides).toMatchObject([{ value: 0.5, reason: 'Onboarding.' }])
      await undoEvent(ctx, { group, event })
      expect((await view(ctx)).overrides).toEqual([])
      await expectReplayed(ctx)
    }))
})

describe('a confirmation', () => {
  test('is each person’s own, and holds until their time off in the milestone changes', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      await expect(confirmCapacity(ctx, JULIE)).rejects.toThrow('Each person confirms their own days.')
      await confirmCapacity(julie, JULIE)
      const confirmedAt = async () =>
        (await view(ctx)).confirmations.find(({ person }) => person === 'julie')?.confirmedAt
      expect(await confirmedAt()).toBe(julie.now.toISOString())
      await expect(askToConfirm(ctx, JULIE)).rejects.toThrow('has confirmed already')
      await addTimeOff(julie, { group, from: '2026-01-12', to: '2026-01-12', kind: 'other' })
      expect(await confirmedAt()).toBeNull()
      await askToConfirm(ctx, JULIE)
      await confirmCapacity(julie, JULIE)
      await reopenCapacity(julie, JULIE)
      expect(await confirmedAt()).toBeNull()
      expect(await sentences(ctx, 3)).toEqual([
        'Julie Huang withdrew the confirmation of their days in 18.9.',
        'Julie Huang confirmed their days in 18.9.',
        'Mohamed Hamda asked Julie Huang to confirm their days in 18.9.',
      ])
      await expectReplayed(ctx)
    }))
})

describe('the country of the group', () => {
  test('asks those for their days again who have its holidays, and its undo holds what they had confirmed', () =>
    inWorld(async (ctx, { as }) => {
      const people = ['julie', 'cindy', 'patrick']
      const week = [2, 2, 2, 2, 2, 0, 0]
      // Cindy has holidays of her own all the time; Patrick only until the middle of the milestone.
      await setWorkingTime(ctx, { group, person: 'cindy', from: '2025-06-02', week, country: 'DE' })
      await setWorkingTime(ctx, { group, person: 'patrick', from: '2025-06-02', week, country: 'DE' })
      await setWorkingTime(ctx, { group, person: 'patrick', from: '2026-02-02', week })
      for (const person of people) await confirmCapacity(await as(person), { ...IN, person })
      const confirmed = async () =>
        (await view(ctx)).confirmations.flatMap(({ person, confirmedAt }) =>
          confirmedAt !== null && people.includes(person) ? person : [],
        )
      await changeGroup(ctx, { group, summary: 'As it was.' })
      expect((await confirmed()).toSorted()).toEqual(['cindy', 'julie', 'patrick'])
      const { event } = await changeGroup(ctx, { group, country: 'US' })
      expect(await confirmed()).toEqual(['cindy'])
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event })
      expect((await confirmed()).toSorted()).toEqual(['cindy', 'julie', 'patrick'])
      await expectReplayed(ctx)
    }))
})

describe('lanes, carry-over and duty', () => {
  test('lanes divide the capacity by team and priority, each once, and go back as they were', () =>
    inWorld(async (ctx) => {
      const lane = { team: 'model-selection', priority: 1, weight: 6 }
      const { event } = await setLanes(ctx, { ...IN, lanes: [lane] })
      await expect(setLanes(ctx, { ...IN, lanes: [lane, lane] })).rejects.toThrow('one lane only')
      const { event: cleared } = await setLanes(ctx, { ...IN, lanes: [] })
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event: cleared })
      expect((await view(ctx)).lanes).toEqual([lane])
      await undoEvent(ctx, { group, event })
      expect((await view(ctx)).lanes).toEqual([])
      await expectReplayed(ctx)
    }))

  test('open Deliverables of the milestone before are carried over as weighed, or as what is left of them', () =>
    inWorld(async (ctx) => {
      const labels = ['group::custom models', 'workflow::in dev', 'Deliverable']
      const ref = await anIssue(ctx, { milestone: '18.8', weight: 3, dri: 'julie', labels })
      await anIssue(ctx, { milestone: '18.8', weight: 2, dri: 'julie', labels, confidential: true })
      const { event } = await weighCarryOver(ctx, { ...IN, ref, weight: 1 })
      expect((await view(ctx)).carryOver).toMatchObject({ from: '18.8', weight: 5, left: 3, notShown: 0 })
      expect(
        (await view({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } })).carryOver,
      ).toMatchObject({
        weight: 5,
        left: 3,
        notShown: 1,
      })
      await undoEvent(ctx, { group, event })
      expect((await view(ctx)).carryOver).toMatchObject({ weight: 5, left: 5 })
      await expectReplayed(ctx)
    }))

  test('triage duty is a person for a team and the week of a Monday', () =>
    inWorld(async (ctx) => {
      const duty = { group, team: 'health-connectivity', week: '2026-01-19' }
      await expect(setDuty(ctx, { ...duty, week: '2026-01-20', person: 'cindy' })).rejects.toThrow(
        'begins on a Monday, such as 2026-01-19',
      )
      await setDuty(ctx, { ...duty, person: 'cindy' })
      const { event } = await setDuty(ctx, { ...duty, person: 'newick' })
      expect((await view(ctx)).duties).toMatchObject([{ person: 'newick', weekOn: '2026-01-19' }])
      await undoEvent(ctx, { group, event })
      expect((await view(ctx)).duties).toMatchObject([{ person: 'cindy' }])
      await setDuty(ctx, { ...duty, person: null })
      expect((await view(ctx)).duties).toEqual([])
      await expectReplayed(ctx)
    }))
})
