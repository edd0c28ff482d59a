import { expect, test } from 'vitest'
import { assignIssue } from '../commands/issues/assign.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { setWorkingTime } from '../commands/working-times.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { candidatesToRefine, engineersToRefine, openRefinements } from './refinement-candidates.ts'
import { timeboxes } from './milestones.ts'

const group = 'custom-models'
const MONDAY = '2026-01-12'
const labels = ['group::custom models', 'type::bug', 'workflow::planning breakdown']
const unweighed = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, weight: null, milestone: '18.9', ...more })
const candidates = async (ctx: Ctx) =>
  (await candidatesToRefine(ctx, (await timeboxes(ctx)).next?.id ?? null)).map(({ ref }) => ref)

test('work of the next milestone is refined first, then that of the shelf behind it', () =>
  inWorld(async (ctx) => {
    const shelf = await unweighed(ctx, { milestone: 'next-1-3' })
    const [first, second] = [await unweighed(ctx), await unweighed(ctx)]
    const found = await candidates(ctx)
    expect(found.toSorted((a, b) => a - b)).toEqual([shelf, first, second])
    expect(found.at(-1)).toBe(shelf)
    expect(await candidatesToRefine(ctx, null), 'without a next milestone the shelf alone').toMatchObject([
      { ref: shelf },
    ])
  }))

test('only open work in planning breakdown without a weight is refined', () =>
  inWorld(async (ctx) => {
    await unweighed(ctx, { weight: 2 })
    await unweighed(ctx, { labels: labels.slice(0, 2) })
    await unweighed(ctx, { labels: [...labels, 'spike'] })
    await unweighed(ctx, { milestone: '18.8' })
    await unweighed(ctx, { milestone: 'backlog' })
    const closed = await unweighed(ctx)
    await closeIssue(ctx, { group, ref: closed, reason: 'wont_do' })
    expect(await candidates(ctx)).toEqual([])
    const whole = await unweighed(ctx)
    const { pieces } = await splitIssue(ctx, {
      group,
      ref: whole,
      pieces: [{ title: 'One' }, { title: 'Two' }],
    })
    expect(
      (await candidates(ctx)).toSorted((a, b) => a - b),
      'the pieces in place of the whole',
    ).toEqual(pieces)
  }))

test('no more are refined at once than a team talks through', () =>
  inWorld(async (ctx) => {
    for (let at = 0; at < 7; at += 1) await unweighed(ctx)
    expect(await candidates(ctx)).toHaveLength(5)
  }))

test('the person who works on an issue refines it, otherwise the engineers of its team', () =>
  inWorld(async (ctx) => {
    const team = await unweighed(ctx, { team: 'health-connectivity' })
    const taken = await unweighed(ctx, { team: 'health-connectivity' })
    await assignIssue(ctx, { group, ref: taken, assignees: ['julie'] })
    expect(await engineersToRefine(ctx, [taken], MONDAY)).toEqual(['julie'])
    const ofTeam = await engineersToRefine(ctx, [team], MONDAY)
    expect(ofTeam).not.toContain('julie')
    expect(ofTeam.length).toBeGreaterThan(0)
    expect(await engineersToRefine(ctx, [team, taken], MONDAY)).toEqual([...ofTeam, 'julie'].toSorted())
    expect(await engineersToRefine(ctx, [], MONDAY)).toEqual([])
  }))

test('an engineer who is away on each day that they work is not asked, one who is there a day is', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await unweighed(ctx, { dri: 'julie' })
    const julie = await as('julie')
    await addTimeOff(julie, { group, from: '2026-01-13', to: '2026-01-16', kind: 'vacation' })
    expect(await engineersToRefine(ctx, [ref], MONDAY)).toEqual(['julie'])
    await addTimeOff(julie, { group, from: '2026-01-12', to: '2026-01-12', kind: 'sick' })
    expect(await engineersToRefine(ctx, [ref], MONDAY), 'in two entries that touch').toEqual([])
    const other = await unweighed(ctx, { dri: 'cindy' })
    await setWorkingTime(ctx, { group, person: 'cindy', from: '2026-01-05', week: [2, 2, 0, 0, 0, 0, 0] })
    await addTimeOff(await as('cindy'), { group, from: '2026-01-12', to: '2026-01-13', kind: 'vacation' })
    expect(await engineersToRefine(ctx, [other], MONDAY), 'of a week of two days').toEqual([])
  }))

test('without refinement issues none is open', () =>
  inWorld(async (ctx) => {
    await unweighed(ctx)
    expect(await openRefinements(ctx, 0)).toEqual([])
  }))
