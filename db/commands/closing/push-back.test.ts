import { expect, test } from 'vitest'
import { milestoneFreeze } from '../../jobs/milestone-freeze.ts'
import { runOnce } from '../../jobs/run.ts'
import { type Ctx, THE_CLOCK } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { listOutcomes } from '../../queries/outcomes.ts'
import { readSayDo } from '../../queries/say-do.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { bulkMove } from '../boards/bulk-move.ts'
import { createBoard } from '../boards/create.ts'
import { changeIssues } from '../issues/bulk.ts'
import { labelIssue } from '../issues/labels.ts'
import { moveIssue } from '../issues/move.ts'
import { planIssue } from '../issues/plan.ts'
import { undoEvent } from '../undo.ts'

const group = 'custom-models'
/** It begins three days after the noon of the test's world. */
const milestone = '18.9'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const within = (ctx: Ctx) => at(ctx, '2026-01-20T12:00:00Z')
const promised = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', milestone, ...more })

/** By the look of the job, a week after the end. */
async function frozen(ctx: Ctx) {
  const clock: Ctx = { ...at(ctx, '2026-02-21T09:30:00Z'), actor: THE_CLOCK }
  const turns = { refinementDay: 1, refinementHour: 9, updateDay: 5 }
  for (const period of await milestoneFreeze.owed(clock, turns)) await runOnce(milestoneFreeze, clock, period)
  const { sums, items } = await listOutcomes(clock, { milestone })
  return { sums, of: (ref: number) => items.find((one) => one.ref === ref) ?? null }
}

test('taken off during the milestone by an accepted push-back it is reprioritised, until it is put back', () =>
  inWorld(async (ctx) => {
    const pushBack = { reason: 'A customer migration comes first.' }
    const off = { group, remove: ['Deliverable'], pushBack }
    const [label, moved, undone, again] = [
      await promised(ctx),
      await promised(ctx),
      await promised(ctx),
      await promised(ctx),
    ]
    await labelIssue(within(ctx), { ...off, ref: label })
    await planIssue(within(ctx), {
      group,
      ref: moved,
      milestone: 'backlog',
      withoutDeliverable: true,
      pushBack,
    })
    const { event } = await labelIssue(within(ctx), { ...off, ref: undone })
    await undoEvent(within(ctx), { group, event })
    await labelIssue(within(ctx), { ...off, ref: again })
    await labelIssue(within(ctx), { group, ref: again, add: ['Deliverable'] })
    const { of, sums } = await frozen(ctx)
    const outcomes = [label, moved, undone, again].map((ref) => of(ref)?.outcome)
    expect(outcomes).toEqual(['reprioritised', 'reprioritised', 'slipped', 'slipped'])
    expect(sums.assigned).toBe(4)
  }))

test('one push-back of many is of those that leave, its reason is told, and one undo takes all back', () =>
  inWorld(async (ctx) => {
    const refs = [await promised(ctx), await promised(ctx), await promised(ctx, { labels: labels.slice(1) })]
    const change = {
      what: 'labels' as const,
      remove: ['Deliverable'],
      pushBack: { reason: 'An outage first.' },
    }
    const { done, refused } = await changeIssues(within(ctx), { group, refs, change })
    expect([done.length, refused]).toEqual([3, []])
    const { reprioritised, items } = await readSayDo(within(ctx), { milestone })
    expect(reprioritised).toEqual(refs.slice(0, 2))
    expect(items.map(({ pushBack }) => pushBack)).toEqual(['An outage first.', 'An outage first.'])
    await undoEvent(within(ctx), { group, event: done[2]?.event ?? 0 })
    expect(await readSayDo(within(ctx), { milestone })).toMatchObject({
      reprioritised: [],
      slipped: refs.slice(0, 2),
    })
    const empty = { ...change, pushBack: { reason: ' ' } }
    const again = await changeIssues(within(ctx), { group, refs, change: empty })
    expect(again.refused.map(({ ref, rule }) => [ref, rule])).toEqual(
      refs.slice(0, 2).map((ref) => [ref, 'missing']),
    )
  }))

test('cards that are moved out of a column of Deliverable leave by a push-back too, one or many, and by one undo come back', () =>
  inWorld(async (ctx) => {
    const column = (label: string) => ({ label, wipCount: null, wipWeight: null })
    const { slug: board } = await createBoard(ctx, {
      group,
      title: 'Said',
      milestone: { rule: 'any' },
      labels: [],
      columns: [column('Deliverable'), column('spike')],
    })
    const to = (await boardFacts(ctx, board)).columns[1]?.id ?? ''
    const pushBack = { reason: 'An outage first.' }
    const [one, two, three] = [await promised(ctx), await promised(ctx), await promised(ctx)]
    const gone = async () => (await readSayDo(within(ctx), { milestone })).reprioritised
    const { event } = await moveIssue(within(ctx), { group, board, ref: one, to, pushBack })
    expect(await gone()).toEqual([one])
    const { done } = await bulkMove(within(ctx), {
      group,
      board,
      refs: [one, two, three],
      to: 'none',
      pushBack,
    })
    expect([done.length, await gone()]).toEqual([3, [one, two, three]])
    await undoEvent(within(ctx), { group, event: done[0]?.event ?? 0 })
    expect(await gone()).toEqual([one])
    await undoEvent(within(ctx), { group, event })
    expect(await gone()).toEqual([])
    await expect(
      moveIssue(within(ctx), { group, board, ref: one, to: 'closed', pushBack }),
      'closing takes nothing off',
    ).rejects.toThrow('It did not leave a Build Board.')
  }))

test('the reason of a push-back is frozen with the milestone: of several the one that stood at its end', () =>
  inWorld(async (ctx) => {
    const [ref, other] = [await promised(ctx), await promised(ctx)]
    const off = (reason: string) => ({ group, ref, remove: ['Deliverable'], pushBack: { reason } })
    await labelIssue(within(ctx), off('The first reason.'))
    await labelIssue(within(ctx), { group, ref, add: ['Deliverable'] })
    const { event } = await labelIssue(within(ctx), off('Undone.'))
    await undoEvent(within(ctx), { group, event })
    await labelIssue(within(ctx), off('The last reason.'))
    await planIssue(within(ctx), { group, ref: other, milestone: 'backlog', withoutDeliverable: true })
    const told = async (now: Ctx) =>
      (await readSayDo(now, { milestone })).items.map((one) => [one.outcome, one.pushBack])
    expect((await told(within(ctx)))[0]).toEqual(['reprioritised', 'The last reason.'])
    await frozen(ctx)
    expect(await told(at(ctx, '2026-02-21T12:00:00Z'))).toEqual([
      ['reprioritised', 'The last reason.'],
      ['slipped', null],
    ])
  }))

test('a push-back is the engineering manager’s, of what leaves a milestone that runs, with a reason', () =>
  inWorld(async (ctx, { as }) => {
    const [before, none] = [await promised(ctx), await promised(ctx, { labels: labels.slice(0, 3) })]
    const pushBack = { reason: 'Not now.' }
    const off = { group, remove: ['Deliverable'] }
    await expect(labelIssue(ctx, { ...off, ref: before, pushBack })).rejects.toThrow('has not started')
    await expect(
      labelIssue(within(ctx), { group, ref: none, remove: ['type::bug'], pushBack }),
    ).rejects.toThrow('It did not leave a Build Board.')
    await expect(labelIssue(within(ctx), { ...off, ref: before, pushBack: { reason: ' ' } })).rejects.toThrow(
      'Write the reason',
    )
    const julie = { ...(await as('julie')), now: within(ctx).now }
    await expect(labelIssue(julie, { ...off, ref: before, pushBack })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))
