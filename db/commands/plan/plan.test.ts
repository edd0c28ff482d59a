import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { readSteps } from '../../queries/plan-steps.ts'
import { readPlan } from '../../queries/plan.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { confirmCapacity } from '../capacity/confirm.ts'
import { changeGroup } from '../groups-edit.ts'
import { undoEvent } from '../undo.ts'
import { addDayOff } from '../working-times.ts'
import { answerSession, cancelSession, endSession, scheduleSession, startSession } from './session.ts'
import { noteStep, setSteps } from './steps.ts'

const group = 'custom-models'
/** From Saturday, 10 January 2026; it is Wednesday, the 7th. */
const IN = { milestone: '18.9' }
const stepOf = async (ctx: Ctx, key: string) => {
  const step = (await readPlan(ctx, IN)).steps.find((one) => one.key === key)
  if (!step) throw new Error(`There is no step ${key}.`)
  return step
}
const sentence = async (ctx: Ctx) => (await listEvents(ctx, { group, limit: 1 })).items[0]?.sentence
const expectReplayed = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(ledger).toEqual(tables)
}

describe('the steps of planning', () => {
  test('are due in working days before the start, without the days off of the group', () =>
    inWorld(async (ctx) => {
      const { steps } = await readPlan(ctx, IN)
      expect(steps.map(({ key, dueOn, who }) => [key, dueOn, who])).toEqual([
        ['planning-issue', '2025-12-15', 'PM'],
        ['refinement', '2026-01-05', 'PM, automation'],
        ['candidates', '2025-12-26', 'PM, EM'],
        ['capacity', '2026-01-02', 'EM'],
        ['weights', '2026-01-07', 'EM, engineers'],
        ['session', '2026-01-08', 'PM, EM'],
        ['assignment', '2026-01-09', 'EM'],
      ])
      await addDayOff(ctx, { group, day: '2026-01-07', name: 'Family & Friends' })
      expect(await stepOf(ctx, 'weights')).toMatchObject({ dueOn: '2026-01-06' })
      await changeGroup(ctx, { group, country: 'US' })
      expect(await stepOf(ctx, 'capacity')).toMatchObject({ dueOn: '2025-12-31' })
    }))

  test('tell what is missing, and how late it is', () =>
    inWorld(async (ctx, { as }) => {
      expect(await stepOf(ctx, 'planning-issue')).toMatchObject({
        state: 'late',
        daysLate: 23,
        text: 'No planning issue, 2 boards',
        owner: { role: 'pm', people: ['jordan'] },
        missing: [{ text: 'Create the planning issue', to: 'planning-issue' }],
      })
      const weighed = { milestone: '18.9', labels: ['group::custom models'] }
      await anIssue(ctx, { ...weighed, weight: 3 })
      const ref = await anIssue(ctx, { ...weighed, title: 'Probe DWS', weight: null })
      expect(await stepOf(ctx, 'weights')).toMatchObject({
        state: 'open',
        text: '1 of 2 candidates weighed',
        count: { done: 1, of: 2 },
        missing: [{ text: 'Probe DWS', to: 'issue', ref }],
      })
      await anIssue(ctx, { ...weighed, weight: null, confidential: true })
      await changeGroup(ctx, { group, name: 'Custom Models' })
      expect(await stepOf(ctx, 'weights')).toMatchObject({ text: '1 of 3 candidates weighed', more: 0 })
      const julie = await as('julie')
      await confirmCapacity(julie, { group, milestone: '18.9', person: 'julie' })
      const capacity = await stepOf(julie, 'capacity')
      expect(capacity.text).toMatch(/^1 of \d confirmed their days$/)
      expect(capacity.missing.map(({ person }) => person)).not.toContain('julie')
    }))

  test('are set by PM and EM, and go back to what is usual', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      const late = { key: 'weights', dueBefore: 4, owner: 'pm' } as const
      const { event } = await setSteps(jordan, { steps: [late] })
      expect(await sentence(ctx)).toContain('“Weights” 4 working days before the start, by the PM')
      expect(await stepOf(ctx, 'weights')).toMatchObject({ dueOn: '2026-01-06', owner: { role: 'pm' } })
      await expectReplayed(ctx)
      await undoEvent(jordan, { group, event })
      expect((await readSteps(ctx)).steps[4]).toMatchObject({ dueBefore: 3, owner: 'em' })
      await expectReplayed(ctx)
      await expect(setSteps(await as('julie'), { steps: [late] })).rejects.toThrow(
        'Only the product manager or the engineering manager edits the steps of planning.',
      )
    }))

  test('keep a note, and the newer one of two that were written at once', () =>
    inWorld(async (ctx, { as }) => {
      const note = { ...IN, step: 'candidates', body: 'Two more are coming from Fulfillment.' } as const
      const { event } = await noteStep(ctx, { ...note, was: '' })
      expect((await stepOf(ctx, 'candidates')).note).toMatchObject({ body: note.body, by: 'mohamed' })
      await expect(noteStep(await as('jordan'), { ...note, body: 'Done.', was: '' })).rejects.toThrow(
        'The note changed since you read it.',
      )
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event })
      expect((await stepOf(ctx, 'candidates')).note).toBeNull()
      await expectReplayed(ctx)
    }))
})

describe('the joint planning session', () => {
  const WHEN = { ...IN, day: '2026-01-08', time: '15:00' }

  test('is scheduled, answered by those who are invited, started, ended, and recorded as held', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      expect(await stepOf(ctx, 'session')).toMatchObject({ state: 'open', text: 'Not scheduled' })
      await scheduleSession(jordan, { ...WHEN, invited: ['mohamed', 'jordan'] })
      await answerSession(ctx, { ...IN, accepted: true })
      expect(await stepOf(ctx, 'session')).toMatchObject({
        text: '1 of 2 accepted',
        missing: [{ text: 'Answer of Jordan Janes', person: 'jordan' }],
      })
      await expect(answerSession(await as('julie'), { ...IN, accepted: true })).rejects.toThrow(
        'You are not invited to this session.',
      )
      await expect(endSession(ctx, IN)).rejects.toThrow('The joint session has not started. Start it first.')
      await startSession(ctx, IN)
      expect(await stepOf(ctx, 'session')).toMatchObject({ text: 'Running now' })
      const ended = await endSession(ctx, IN)
      expect(await stepOf(ctx, 'session')).toMatchObject({ state: 'done', text: 'Held on 7 Jan' })
      await expect(scheduleSession(ctx, { ...WHEN, invited: ['jordan'] })).rejects.toThrow(
        'The joint session was held already.',
      )
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event: ended.event })
      expect(await stepOf(ctx, 'session')).toMatchObject({ state: 'open', text: 'Running now' })
      await expectReplayed(ctx)
    }))

  test('keeps answers while its time stays, asks again at another, and comes back with them when it was cancelled', () =>
    inWorld(async (ctx) => {
      await scheduleSession(ctx, { ...WHEN, invited: ['mohamed', 'jordan'] })
      await answerSession(ctx, { ...IN, accepted: false })
      const answers = async () =>
        (await readPlan(ctx, IN)).session?.invited.map(({ person, accepted }) => [person, accepted])
      await scheduleSession(ctx, { ...WHEN, invited: ['mohamed', 'julie'] })
      expect(await answers()).toEqual([
        ['julie', null],
        ['mohamed', false],
      ])
      const { event } = await cancelSession(ctx, IN)
      expect(await sentence(ctx)).toContain('cancelled the joint planning session of 18.9')
      await undoEvent(ctx, { group, event })
      expect(await answers()).toEqual([
        ['julie', null],
        ['mohamed', false],
      ])
      await expectReplayed(ctx)
      await scheduleSession(ctx, { ...WHEN, time: '16:00', invited: ['mohamed', 'julie'] })
      expect(await answers()).toEqual([
        ['julie', null],
        ['mohamed', null],
      ])
    }))

  test('may start without having been scheduled; taking that back leaves none', () =>
    inWorld(async (ctx) => {
      const { event } = await startSession(ctx, IN)
      expect((await readPlan(ctx, IN)).session).toMatchObject({
        day: '2026-01-07',
        time: '12:00',
        invited: [],
      })
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event })
      expect((await readPlan(ctx, IN)).session).toBeNull()
      await expectReplayed(ctx)
    }))
})

test('the mix of work is set against the target of the group, which makes 100 %', () =>
  inWorld(async (ctx) => {
    const mixed = { milestone: '18.9', labels: ['group::custom models'] }
    await anIssue(ctx, { ...mixed, labels: [...mixed.labels, 'type::bug'], weight: 3 })
    await anIssue(ctx, { ...mixed, labels: [...mixed.labels, 'type::feature'], weight: 1 })
    const target = { bug: 30, maintenance: 30, feature: 40 }
    await expect(changeGroup(ctx, { group, mix: { ...target, bug: 40 } })).rejects.toThrow(
      'Bug, maintenance and feature add up to 110 %. Make it 100 %.',
    )
    const { event } = await changeGroup(ctx, { group, mix: target })
    expect((await readPlan(ctx, IN)).mix).toEqual({
      target,
      picked: null,
      candidates: { bug: 75, maintenance: 0, feature: 25 },
    })
    await expectReplayed(ctx)
    await undoEvent(ctx, { group, event })
    expect((await readPlan(ctx, IN)).mix.target).toBeNull()
    await expectReplayed(ctx)
  }))

test('sums are the group’s for every reader, the candidates those that the reader may see', () =>
  inWorld(async (ctx, { as }) => {
    const secret = { milestone: '18.9', labels: ['group::custom models'], confidential: true }
    await anIssue(ctx, { ...secret, weight: 3 })
    await anIssue(ctx, { ...secret, confidential: false })
    await anIssue(ctx, { ...secret, weight: null })
    const outside = {
      ...(await as('julie')),
      actor: { ...(await as('julie')).actor, roles: ['stakeholder'] as const },
    }
    const [all, some] = [await readPlan(ctx, IN), await readPlan(outside, IN)]
    expect([all.candidates.length, all.notShown, some.candidates.length, some.notShown]).toEqual([3, 0, 1, 2])
    expect(some.total).toEqual(all.total)
    expect(some.teams).toEqual(all.teams)
    expect(some.steps.map(({ text }) => text)).toEqual(all.steps.map(({ text }) => text))
    expect(some.steps.find(({ key }) => key === 'weights')).toMatchObject({ missing: [], more: 1 })
  }))

test('a shelf has no plan', () =>
  inWorld(async (ctx) => {
    await expect(readPlan(ctx, { milestone: 'backlog' })).rejects.toThrow('Shelves have no plan.')
    await expect(readPlan(ctx, { milestone: '99.1' })).rejects.toThrow('was not found')
  }))
