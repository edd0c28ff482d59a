import { expect, test } from 'vitest'
import { readCapacity } from '../../queries/capacity.ts'
import { readSandbox } from '../../queries/sandbox-view.ts'
import { refusalOf } from '../../testing/refused.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeMilestone } from '../closing/close.ts'
import { askToConfirm, confirmCapacity, reopenCapacity } from './confirm.ts'
import { setDuty } from './duty.ts'
import { setLanes, weighCarryOver } from './lanes.ts'
import { overrideCapacity } from './override.ts'

const group = 'custom-models'
const IN = { group, milestone: '18.9' }
const override = { ...IN, person: 'julie', term: 'timeOff' as const, value: 3, reason: 'Parental leave' }

test('an override needs a reason, a week of the milestone, and a value that can be', () =>
  inWorld(async (ctx) => {
    const why = (more: object) => refusalOf(ctx, () => overrideCapacity(ctx, { ...override, ...more }))
    expect(await why({ reason: ' ' })).toBe('refused: Add a reason for the override.')
    expect(await why({ weekOn: '2026-01-12' })).toBe(
      'refused: No week of this milestone begins on 2026-01-12.',
    )
    expect(await why({ value: 36 })).toBe('refused: Enter between 0 and 35 days.')
    expect(await why({ value: 8, weekOn: '2026-01-10' })).toBe('refused: Enter between 0 and 7 days.')
    expect(await why({ term: 'share', value: 1.5 })).toBe('refused: A share is between 0 and 100 %.')
    expect(await why({ term: 'focus', value: 3 })).toBe('refused: Focus is between 0 and 2.')
  }))

test('an override of a person or a team that the group does not have is not found', () =>
  inWorld(async (ctx) => {
    for (const more of [{ person: 'stranger' }, { team: 'no-such-team' }, { milestone: '17.0' }])
      expect(await refusalOf(ctx, () => overrideCapacity(ctx, { ...override, ...more }))).toMatch(
        /^not_found: /,
      )
  }))

test('an engineer plans their own days, and the capacity of no one else', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const acts = [
      () => overrideCapacity(julie, override),
      () => setLanes(julie, { ...IN, lanes: [] }),
      () => askToConfirm(julie, { ...IN, person: 'cindy' }),
      () => setDuty(julie, { group, team: 'model-selection', week: '2026-01-12', person: 'julie' }),
    ]
    for (const act of acts) expect(await refusalOf(ctx, act)).toMatch(/^forbidden: /)
    const own = 'refused: Each person confirms their own days.'
    expect(await refusalOf(ctx, () => confirmCapacity(julie, { ...IN, person: 'cindy' }))).toBe(own)
    expect(await refusalOf(ctx, () => reopenCapacity(julie, { ...IN, person: 'cindy' }))).toBe(own)
    expect(await refusalOf(ctx, () => confirmCapacity(ctx, { ...IN, person: 'julie' })), 'nor the EM').toBe(
      own,
    )
  }))

test('a person who has confirmed is not asked again', () =>
  inWorld(async (ctx, { as }) => {
    await confirmCapacity(await as('julie'), { ...IN, person: 'julie' })
    expect(await refusalOf(ctx, () => askToConfirm(ctx, { ...IN, person: 'julie' }))).toBe(
      'refused: Julie Huang has confirmed already.',
    )
    await reopenCapacity(await as('julie'), { ...IN, person: 'julie' })
    await askToConfirm(ctx, { ...IN, person: 'julie' })
  }))

test('triage is given by the week, and a lane once', () =>
  inWorld(async (ctx) => {
    const duty = { group, team: 'model-selection', week: '2026-01-14', person: 'julie' }
    expect(await refusalOf(ctx, () => setDuty(ctx, duty))).toBe(
      'refused: A duty week begins on a Monday, such as 2026-01-12.',
    )
    const lane = { team: 'model-selection', priority: 1, weight: 4 }
    expect(await refusalOf(ctx, () => setLanes(ctx, { ...IN, lanes: [lane, { ...lane, weight: 2 }] }))).toBe(
      'refused: Each team and priority can have one lane only.',
    )
  }))

test('a shelf has no capacity: none is read, none is planned, and nothing is tried out', () =>
  inWorld(async (ctx) => {
    const because = 'refused: Backlog is a shelf. Shelves have no capacity.'
    const shelf = { group, milestone: 'backlog' }
    const acts = [
      () => readCapacity(ctx, shelf),
      () => readSandbox(ctx, { ...shelf, sandbox: 'any' }),
      () => overrideCapacity(ctx, { ...override, ...shelf }),
      () => setLanes(ctx, { ...shelf, lanes: [] }),
    ]
    for (const act of acts) expect(await refusalOf(ctx, act)).toBe(because)
  }))

test('the capacity of a closed milestone stays as it was when it closed', () =>
  inWorld(async (ctx) => {
    const closed = { group, milestone: '18.8' }
    const ref = await anIssue(ctx)
    await closeMilestone(ctx, { ...closed, early: true, issues: [] })
    const because = 'refused: 18.8 is closed. Its capacity no longer changes.'
    const acts = [
      () => overrideCapacity(ctx, { ...override, ...closed }),
      () => setLanes(ctx, { ...closed, lanes: [] }),
      () => weighCarryOver(ctx, { ...closed, ref, weight: 1 }),
      () => confirmCapacity(ctx, { ...closed, person: 'mohamed' }),
      () => askToConfirm(ctx, { ...closed, person: 'julie' }),
    ]
    for (const act of acts) expect(await refusalOf(ctx, act)).toBe(because)
    expect((await readCapacity(ctx, closed)).rows, 'it is still read').not.toEqual([])
  }))
