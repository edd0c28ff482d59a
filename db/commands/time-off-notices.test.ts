import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { listInbox } from '../queries/inbox.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { askToConfirm, confirmCapacity } from './capacity/confirm.ts'
import { setDuty } from './capacity/duty.ts'
import { doneWithInbox } from './inbox.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from './time-off.ts'
import { undoEvent } from './undo.ts'
import { setWorkingTime } from './working-times.ts'

const group = 'custom-models'
const VACATION = { group, from: '2026-01-19', to: '2026-01-23', kind: 'vacation' as const, note: 'Lisbon' }
const DUTY = { group, team: 'model-selection', week: '2026-01-19', person: 'julie' }
const LABELS = ['group::custom models', 'workflow::in dev']

const noticesOf = async (ctx: Ctx) =>
  (await listInbox(ctx, { group })).items.map(({ kind, sentence, link }) => ({ kind, sentence, link }))

/** Only what comes from now on is looked at. */
const cleared = async (ctx: Ctx) => {
  await doneWithInbox(ctx, { group })
  return ctx
}

test('who has time off entered or changed by the EM reads it in their inbox, once, and never why', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { entry } = await addTimeOff(ctx, { ...VACATION, person: 'julie' })
    expect(await noticesOf(julie)).toEqual([
      {
        kind: 'informed',
        sentence: 'Mohamed Hamda added the time off of Julie Huang, 19 – 23 Jan 2026.',
        link: '/custom-models/time-off?month=2026-01',
      },
    ])
    await editTimeOff(ctx, { group, entry: entry.id, to: '2026-01-22' })
    expect((await noticesOf(julie)).map(({ sentence }) => sentence)).toEqual([
      'Mohamed Hamda changed the time off of Julie Huang from 19 – 23 Jan 2026 to 19 – 22 Jan 2026.',
    ])
    const { event } = await removeTimeOff(ctx, { group, entry: entry.id })
    expect((await noticesOf(julie)).map(({ sentence }) => sentence)).toEqual([
      'Mohamed Hamda removed the time off of Julie Huang, 19 – 22 Jan 2026.',
    ])
    await undoEvent(ctx, { group, event })
    expect((await noticesOf(julie))[0]?.sentence).toContain('added the time off of Julie Huang')
    expect(JSON.stringify(await listInbox(julie, { group }))).not.toMatch(/vacation|Lisbon/)
  }))

test('whether there is a working day in it is counted by the calendar of the person', () =>
  inWorld(async (ctx, { as }) => {
    const newick = await as('newick')
    const codes = async (from: string, to = from) =>
      (await addTimeOff(newick, { group, from, to, kind: 'other' })).warnings.map(({ code }) => code)
    const time = { group, person: 'newick', from: '2026-01-01', region: '' }
    await setWorkingTime(ctx, { ...time, country: 'IL', week: [2, 2, 2, 2, 0, 0, 2] })
    expect(await codes('2026-02-08'), 'a Sunday on which they work').toEqual([])
    expect(await codes('2026-02-06', '2026-02-07'), 'their weekend').toEqual(['no_working_days'])
    await setWorkingTime(ctx, { ...time, country: 'NL', week: [2, 2, 2, 2, 2, 0, 0] })
    expect(await codes('2026-04-27'), 'King’s Day').toEqual(['no_working_days'])
  }))

test('who confirms their days is done with being asked for them', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const days = { group, milestone: '18.9', person: 'julie' }
    await askToConfirm(ctx, days)
    expect((await noticesOf(julie)).map(({ kind }) => kind)).toEqual(['asked'])
    await confirmCapacity(julie, days)
    expect(await noticesOf(julie)).toEqual([])
  }))

test('own days tell no one, unless they leave triage or work that one drives without cover: that tells the EM', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, { ...VACATION, from: '2026-02-02', to: '2026-02-02' })
    expect(await noticesOf(ctx)).toEqual([])
    await anIssue(ctx, { milestone: '18.9', dri: 'julie', labels: LABELS })
    await anIssue(ctx, { milestone: '18.9', dri: 'julie', labels: LABELS, confidential: true })
    await anIssue(ctx, {
      milestone: '18.9',
      dri: 'julie',
      labels: ['group::custom models', 'type::bug', 'workflow::ready for development'],
    })
    await setDuty(ctx, DUTY)
    await cleared(ctx)
    const { entry } = await addTimeOff(julie, VACATION)
    expect(await noticesOf(ctx)).toEqual([
      {
        kind: 'informed',
        sentence:
          'Julie Huang added their time off, 19 – 23 Jan 2026, without cover for triage of Model Selection in the week of 19 Jan and 2 issues.',
        link: '/custom-models/time-off?month=2026-01',
      },
    ])
    expect(await noticesOf(await as('jordan')), 'the PM plans no absences').toEqual([])
    await editTimeOff(julie, { group, entry: entry.id, note: 'Porto' })
    expect(await noticesOf(ctx), 'a note is no news').toHaveLength(1)
    await editTimeOff(julie, { group, entry: entry.id, to: '2026-01-22' })
    expect(await noticesOf(ctx), 'fewer days leave nothing new').toEqual([])
    await removeTimeOff(julie, { group, entry: entry.id })
    expect(JSON.stringify(await listInbox(ctx, { group, view: 'done' }))).not.toMatch(/vacation|Lisbon|Porto/)
  }))
