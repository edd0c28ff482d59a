import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import { readIssue } from '../../queries/issues.ts'
import { proposePlan } from '../../queries/plan-proposal.ts'
import { readPlan } from '../../queries/plan.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { moveExcess } from '../boards/excess.ts'
import { createLabel } from '../labels.ts'
import { labelIssue } from '../issues/labels.ts'
import { moveIssue } from '../issues/move.ts'
import { planIssue, weighIssue } from '../issues/plan.ts'
import { takeIssue } from '../issues/take.ts'
import { undoEvent } from '../undo.ts'
import { selectPlan } from './select.ts'

const group = 'custom-models'
const IN = { milestone: '18.9' }
const candidate = (ctx: Ctx, facts: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { milestone: '18.9', team: 'model-selection', ...facts })
const UNREADY = ['group::custom models', 'type::bug', 'workflow::planning breakdown']

describe('the plan of a milestone', () => {
  test('ranks what slipped before what the PM placed, before priority and weight, each with its reasons', () =>
    inWorld(async (ctx, { as }) => {
      const light = await candidate(ctx, { weight: 1 })
      await createLabel(ctx, { group, title: 'priority::1', meaning: 'priority.1' })
      await createLabel(ctx, { group, title: 'severity::2', meaning: 'severity.2' })
      const urgent = await candidate(ctx, {
        labels: ['group::custom models', 'type::bug', 'priority::1', 'severity::2'],
        weight: null,
      })
      const wanted = await candidate(ctx, { weight: 3 })
      const slipped = await anIssue(ctx, {
        labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
        dri: 'julie',
        team: 'model-selection',
      })
      await planIssue(ctx, { group, ref: slipped, milestone: '18.9' })
      await moveIssue(await as('jordan'), {
        group,
        board: 'planning',
        ref: wanted,
        to: null,
        before: light,
      })
      const plan = await readPlan(ctx, IN)
      expect(plan.candidates.map(({ card, rank, why }) => [card.ref, rank, why])).toEqual([
        [slipped, 1, 'slipped from 18.8'],
        [wanted, 2, 'PM 1'],
        [urgent, 3, 'priority 1, severity 2'],
        [light, 4, 'weight 1'],
      ])
    }))

  test('forgets the place that a candidate was given before it came, and one that was taken back', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      const [first, second] = [await candidate(ctx), await candidate(ctx)]
      const place = { group, board: 'planning', ref: second, to: null, before: first }
      const moved = await moveIssue(jordan, place)
      const pmOf = async () => (await readPlan(ctx, IN)).candidates.map(({ pm }) => pm)
      expect(await pmOf()).toEqual([1, null])
      await undoEvent(jordan, { group, event: moved.event })
      expect(await pmOf()).toEqual([null, null])
      await moveIssue(jordan, place)
      await planIssue(ctx, { group, ref: second, milestone: 'next-1-3' })
      await planIssue(ctx, { group, ref: second, milestone: '18.9' })
      expect(await pmOf()).toEqual([null, null])
    }))

  test('draws the cut line where the next candidate fits in no team; what lies below it moves in one act', () =>
    inWorld(async (ctx) => {
      const heavy = { weight: 12, dri: 'julie', labels: UNREADY }
      const fits = await candidate(ctx, heavy)
      const over = await candidate(ctx, { ...heavy, weight: 13 })
      const other = await candidate(ctx, {
        ...heavy,
        team: 'gateway-services',
        dri: 'patrick',
        weight: 14,
      })
      const last = await candidate(ctx, { ...heavy, weight: 40 })
      const { candidates, cut } = await readPlan(ctx, IN)
      expect(candidates.map((one) => [one.card.ref, one.over?.text ?? null, one.below])).toEqual([
        [fits, null, false],
        [over, 'Model Selection over by 9.4', false],
        [other, null, false],
        [last, 'Model Selection over by 49.4', true],
      ])
      expect(cut).toMatchObject({ below: 1, places: [{ slug: 'next-1-3' }] })
      const line = { group, board: 'planning', milestone: '18.9', to: 'next-1-3', line: 'plan' } as const
      const { done, refused } = await moveExcess(ctx, { ...line, refs: [fits, over, last] })
      expect(done.map(({ card }) => card.ref)).toEqual([over, last])
      expect(refused).toEqual([
        { ref: fits, because: 'This card is no longer below the line.', rule: undefined },
      ])
    }))
})

describe('a selection', () => {
  test('makes Deliverables with DRI and assignee in one act, refuses the rest by issue, and is undone in one', () =>
    inWorld(async (ctx, { as }) => {
      const fresh = await candidate(ctx)
      const driven = await candidate(ctx, { dri: 'julie' })
      const unready = await candidate(ctx, { labels: UNREADY })
      const unweighted = await candidate(ctx, { labels: UNREADY, weight: null })
      const alone = await candidate(ctx)
      const elsewhere = await anIssue(ctx, { milestone: 'next-1-3' })
      const before = await lastEvent(ctx)
      const report = await selectPlan(ctx, {
        ...IN,
        items: [
          { ref: fresh, dri: 'cindy' },
          { ref: driven },
          { ref: unready, dri: 'cindy' },
          { ref: unweighted, dri: 'cindy' },
          { ref: alone },
          { ref: elsewhere, dri: 'cindy' },
        ],
      })
      expect(report.done.map(({ card }) => [card.ref, card.dri, card.assignees])).toEqual([
        [fresh, 'cindy', ['cindy']],
        [driven, 'julie', ['julie']],
      ])
      expect(report.refused).toEqual([
        {
          ref: unready,
          because: 'It is in planning breakdown. Move it to ready for development first.',
          rule: 'not_ready',
        },
        {
          ref: unweighted,
          because: 'It has no weight. Only issues that are ready for development qualify.',
          rule: 'weight_missing',
        },
        { ref: alone, because: 'It has no DRI and no assignee. Set one first.', rule: 'nobody' },
        {
          ref: elsewhere,
          because: 'It is no longer a candidate of 18.9. It moved to Next 1-3 Milestones.',
          rule: 'no_candidate',
        },
      ])
      expect(await readIssue(ctx, { group, ref: unready })).toMatchObject({ dri: null, assignees: [] })
      const { total } = await readPlan(ctx, IN)
      expect(total).toMatchObject({ picked: 4, deliverables: 2 })
      const told = (await listInbox(await as('cindy'), { group })).items
      // made the DRI and the assignee in one act, they read of it once
      expect(told.flatMap(({ issue, kind }) => (issue === fresh ? [kind] : []))).toEqual(['dri_given'])

      const back = await undoEvent(ctx, { group, event: report.done[0]?.event ?? 0 })
      expect(back.refused).toEqual([])
      expect(await readIssue(ctx, { group, ref: fresh })).toMatchObject({ dri: null, assignees: [] })
      expect((await readPlan(ctx, IN)).total.deliverables).toBe(0)
      expect((await listEvents(ctx, { group, limit: 1 })).items[0]?.number).toBeGreaterThan(before + 5)
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(ledger).toEqual(tables)
    }))

  test('that was read before another person took the issue, or made it a Deliverable, is told who did', () =>
    inWorld(async (ctx, { as }) => {
      const [taken, made] = [await candidate(ctx), await candidate(ctx)]
      await takeIssue(await as('newick'), { group, ref: taken })
      await selectPlan(ctx, { ...IN, items: [{ ref: made, dri: 'julie' }] })
      const { done, refused } = await selectPlan(ctx, {
        ...IN,
        items: [
          { ref: taken, dri: 'julie', was: null },
          { ref: made, dri: 'cindy' },
        ],
      })
      expect(done).toEqual([])
      expect(refused.map(({ because }) => because)).toEqual([
        'Newick Lee is now the DRI. Check the change and try again.',
        'Mohamed Hamda made it a Deliverable already.',
      ])
    }))

  test('gives a driven issue to another DRI with context alone', () =>
    inWorld(async (ctx) => {
      const ref = await candidate(ctx, { dri: 'julie' })
      const bare = await selectPlan(ctx, { ...IN, items: [{ ref, dri: 'cindy' }] })
      expect(bare.refused[0]?.because).toBe('Add context for the next DRI.')
      expect(await readIssue(ctx, { group, ref })).toMatchObject({ dri: 'julie' })
      const item = { ref, dri: 'cindy', context: 'Julie has the evaluation work.', assignees: ['cindy'] }
      const { done } = await selectPlan(ctx, { ...IN, items: [item] })
      expect(done[0]?.card).toMatchObject({ dri: 'cindy', assignees: ['cindy'] })
    }))

  test('is the EM’s alone, and needs the labels of the Planning Board', () =>
    inWorld(async (ctx, { as }) => {
      const ref = await candidate(ctx)
      await expect(selectPlan(await as('jordan'), { ...IN, items: [{ ref }] })).rejects.toThrow(
        'Only the engineering manager sets Deliverable.',
      )
      await labelIssue(ctx, { group, ref, remove: ['group::custom models'] })
      const { refused } = await selectPlan(ctx, { ...IN, items: [{ ref, dri: 'julie' }] })
      expect(refused[0]?.rule).toBe('not_on_board')
    }))
})

test('a proposal fits teams and people, takes DRIs where there are none, and says what it leaves out', () =>
  inWorld(async (ctx, { as }) => {
    const own = await candidate(ctx, { dri: 'julie', weight: 3 })
    const free = await candidate(ctx, { team: 'health-connectivity', weight: 2 })
    const unready = await candidate(ctx, { labels: UNREADY, dri: 'julie' })
    const heavy = await candidate(ctx, { dri: 'julie' })
    await weighIssue(ctx, { group, ref: heavy, weight: 40 })
    const before = await lastEvent(ctx)
    const { picks, leftOut, teams, people } = await proposePlan(await as('patrick'), IN)
    expect(picks).toEqual([
      { ref: free, weight: 2, dri: 'cindy', isNewDri: true },
      { ref: own, weight: 3, dri: 'julie', isNewDri: false },
    ])
    expect(leftOut).toEqual([
      {
        ref: unready,
        rule: 'not_ready',
        because: 'It is in planning breakdown. Move it to ready for development first.',
      },
      { ref: heavy, rule: 'no_team_room', because: 'Model Selection has 12.6 left. It needs 40.' },
    ])
    for (const { left } of [...teams, ...people]) expect(left).toBeGreaterThanOrEqual(0)
    expect(await lastEvent(ctx)).toBe(before)
  }))
