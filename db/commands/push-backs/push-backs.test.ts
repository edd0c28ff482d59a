import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import {
  listPushBacks,
  pushBacksToDecide,
  readPushBack,
  resemblingPushBacks,
} from '../../queries/push-backs.ts'
import { readIssue } from '../../queries/issues.ts'
import { readSayDo } from '../../queries/say-do.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld, NOON } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue } from '../issues/plan.ts'
import { undoEvent } from '../undo.ts'
import { decidePushBack } from './decide.ts'
import { raisePushBack } from './raise.ts'

const group = 'custom-models'
const reason = 'We are committed to the gateway.'
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

const promised = (ctx: Ctx, more = {}) => anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', ...more })
const raise = async (ctx: Ctx, ref: number, more = {}) =>
  (await raisePushBack(ctx, { group, work: `issue-${ref}`, reason, ...more })).pushBack
const outcomeOf = async (ctx: Ctx, ref: number) => {
  const { items } = await readSayDo(ctx, { milestone: '18.8' })
  return items.find((one) => one.ref === ref)
}
const later = (ctx: Ctx, minutes: number): Ctx => ({
  ...ctx,
  now: new Date(NOON.getTime() + minutes * 60_000),
})
const aStakeholder = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } })
/** What the tables hold is what the ledger tells. */
async function expectToldAlike(ctx: Ctx) {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(tables['pushBacks']).toEqual(ledger['pushBacks'])
}

test('a push-back says why, what it protects, what would change our mind and when to look again', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, jordan] = [await as('julie'), await as('jordan')]
    const [ref, kept] = [await promised(ctx), await anIssue(ctx, { title: 'The gateway' })]
    const { number: epic } = await createEpic(ctx, { title: 'Gateway' })
    const one = await raise(julie, ref, {
      protects: [`issue-${kept}`, `epic-${epic}`, 'milestone-18.8', `issue-${kept}`, `issue-${ref}`],
      wouldChange: 'A customer who waits for it.',
      revisitOn: '2026-01-20',
    })
    expect(one).toMatchObject({
      subject: { kind: 'issue', work: `issue-${ref}`, title: 'Slow model list', open: true },
      state: 'open',
      by: { handle: 'julie' },
      revisitOn: '2026-01-20',
      wouldChange: 'A customer who waits for it.',
    })
    expect(one.protects.map(({ work }) => work)).toEqual([`epic-${epic}`, `issue-${kept}`, 'milestone-18.8'])
    const [told] = (await listInbox(jordan, { group })).items
    expect(told).toMatchObject({
      kind: 'asked',
      link: `/custom-models/push-backs?show=${one.id}`,
      sentence: `Julie Huang pushed back on #${ref}: We are committed to the gateway.`,
    })
    await expectToldAlike(ctx)
  }))

test('epics and the plans of milestones are pushed back on too, closed work is not', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Gateway' })
    const ofEpic = await raisePushBack(ctx, { group, work: `epic-${epic}`, reason })
    const ofPlan = await raisePushBack(ctx, {
      group,
      work: 'milestone-18.9',
      reason: 'Too much for three people.',
    })
    expect(ofEpic.pushBack.subject).toMatchObject({ kind: 'epic', key: String(epic), title: 'Gateway' })
    expect(ofPlan.pushBack.subject).toMatchObject({ kind: 'milestone', key: '18.9', title: '18.9' })
    const [newest] = (await listEvents(ctx, { group, limit: 1 })).items
    expect(newest?.sentence).toBe('Mohamed Hamda pushed back on the plan of 18.9: Too much for three people.')
    await expect(raisePushBack(ctx, { group, work: 'epic-4711', reason })).rejects.toThrow('Epic &4711')
    const ref = await anIssue(ctx)
    await undoEvent(ctx, {
      group,
      event: (await listEvents(ctx, { group, issue: ref })).items.at(-1)?.number ?? 0,
    })
    await expect(raise(ctx, ref)).rejects.toThrow(`#${ref} is closed`)
    await expectToldAlike(ctx)
  }))

test('engineers raise, the EM and the PM decide, and both need a reason and a day to come', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await promised(ctx)
    await expect(raise(julie, ref, { reason: ' ' })).rejects.toThrow('Write the reason')
    await expect(raise(julie, ref, { revisitOn: '2026-01-07' })).rejects.toThrow('a day after today')
    const { id: pushBack, version } = await raise(julie, ref)
    const decide = { group, pushBack, version, decision: 'deferred' as const }
    await expect(decidePushBack(julie, decide)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decidePushBack(ctx, decide)).rejects.toThrow('Choose the day')
    const { pushBack: put } = await decidePushBack(await as('jordan'), { ...decide, revisitOn: '2026-01-14' })
    expect(put).toMatchObject({ state: 'deferred', revisitOn: '2026-01-14', decidedBy: { handle: 'jordan' } })
    expect(await pushBacksToDecide(ctx), 'its day has not come').toEqual([])
    expect((await pushBacksToDecide(later(ctx, 7 * 24 * 60))).map(({ id }) => id)).toEqual([pushBack])
    await expectToldAlike(ctx)
  }))

test('of two who decide the first one’s word counts, and the other is told whose', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await promised(ctx)
    const { id: pushBack, version } = await raise(await as('julie'), ref)
    const one = { group, pushBack, version }
    await decidePushBack(ctx, { ...one, decision: 'deferred', revisitOn: '2026-02-01' })
    await expect(decidePushBack(await as('jordan'), { ...one, decision: 'declined' })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'Mohamed Hamda already deferred this push-back. Read it again before you decide.',
    })
    const { version: now } = await readPushBack(ctx, { pushBack })
    await decidePushBack(ctx, { ...one, version: now, decision: 'declined', note: 'The customer signed.' })
    await expect(decidePushBack(ctx, { ...one, version: now, decision: 'accepted' })).rejects.toThrow(
      'Mohamed Hamda already declined this push-back.',
    )
  }))

test('accepting moves the work in the same act: in the milestone that runs it is reprioritised, and one undo takes all back', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await promised(ctx)
    const { id: pushBack, version } = await raise(await as('julie'), ref)
    const { pushBack: accepted, event } = await decidePushBack(ctx, {
      group,
      pushBack,
      version,
      decision: 'accepted',
      note: 'The gateway first.',
      move: { milestone: '18.9', withoutDeliverable: true },
    })
    expect(accepted).toMatchObject({ state: 'accepted', left: '18.8', note: 'The gateway first.' })
    expect(await readIssue(ctx, { group, ref })).toMatchObject({ milestone: '18.9' })
    expect(await outcomeOf(ctx, ref)).toMatchObject({ outcome: 'reprioritised', pushBack: reason })
    await expectToldAlike(ctx)

    await undoEvent(later(ctx, 5), { group, event })
    expect(await readPushBack(ctx, { pushBack })).toMatchObject({
      state: 'open',
      decidedBy: null,
      left: null,
      note: '',
    })
    expect(await readIssue(ctx, { group, ref })).toMatchObject({ milestone: '18.8' })
    expect((await outcomeOf(ctx, ref))?.outcome).not.toBe('reprioritised')
    await expectToldAlike(ctx)
  }))

test('accepting without a move changes nothing of the work, and only the issue of one that is accepted is moved', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx)
    const { id: pushBack, version } = await raise(ctx, ref)
    const one = { group, pushBack, version }
    const move = { milestone: '18.9' }
    await expect(decidePushBack(ctx, { ...one, decision: 'declined', move })).rejects.toThrow(
      'Accept the push-back',
    )
    const plan = await raisePushBack(ctx, { group, work: 'milestone-18.9', reason })
    const ofPlan = {
      group,
      pushBack: plan.pushBack.id,
      version: plan.pushBack.version,
      decision: 'accepted' as const,
    }
    await expect(decidePushBack(ctx, { ...ofPlan, move })).rejects.toThrow('Only an issue')
    const { event } = await decidePushBack(ctx, { ...one, decision: 'accepted' })
    expect((await outcomeOf(ctx, ref))?.outcome).toBe('open')
    await undoEvent(later(ctx, 5), { group, event })
    expect(await readPushBack(ctx, { pushBack })).toMatchObject({ state: 'open' })
    await expectToldAlike(ctx)
  }))

test('what the EM takes off a milestone that runs is in the register, and goes and comes with its undoing', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx)
    const off = await labelIssue(ctx, { group, ref, remove: ['Deliverable'], pushBack: { reason } })
    const ofIssue = async () => (await listPushBacks(ctx, { group, work: `issue-${ref}` })).items
    expect(await ofIssue()).toMatchObject([
      {
        state: 'accepted',
        reason,
        left: '18.8',
        by: { handle: 'mohamed' },
        decidedBy: { handle: 'mohamed' },
      },
    ])
    await expectToldAlike(ctx)
    const back = await undoEvent(later(ctx, 5), { group, event: off.event })
    expect(await ofIssue()).toEqual([])
    await expectToldAlike(ctx)
    await undoEvent(later(ctx, 6), { group, event: back.event })
    expect(await ofIssue()).toMatchObject([{ state: 'accepted', reason, left: '18.8' }])
    await expectToldAlike(ctx)
  }))

test('where a push-back waits, taking the Deliverable off accepts that one and makes no second', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await promised(ctx)
    const { id } = await raise(await as('julie'), ref)
    await planIssue(ctx, {
      group,
      ref,
      milestone: '18.9',
      withoutDeliverable: true,
      pushBack: { reason: 'Agreed.' },
    })
    const { items } = await listPushBacks(ctx, { group, work: `issue-${ref}` })
    expect(items).toMatchObject([{ id, state: 'accepted', reason, note: 'Agreed.', left: '18.8' }])
    expect(await outcomeOf(ctx, ref)).toMatchObject({ outcome: 'reprioritised', pushBack: reason })
    await expectToldAlike(ctx)
  }))

test('a push-back raised by mistake is undone, and what others decided on it stays', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await promised(ctx)
    const { id, version } = await raise(julie, ref, { protects: ['milestone-18.9'] })
    const gone = await undoEvent(later(julie, 1), { group, event: id })
    await expect(readPushBack(ctx, { pushBack: id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listInbox(later(ctx, 2), { group })).items.filter(({ kind }) => kind === 'asked')).toEqual(
      [],
    )
    await expectToldAlike(ctx)
    await undoEvent(later(julie, 3), { group, event: gone.event }).catch(() => null)
    await expectToldAlike(ctx)
    const second = await raise(julie, ref)
    await decidePushBack(ctx, { group, pushBack: second.id, version: second.version, decision: 'declined' })
    await expect(undoEvent(later(julie, 5), { group, event: second.id })).rejects.toThrow(
      'changed the same thing',
    )
    expect(version).toBe(id)
  }))

test('a push-back on a confidential issue is hidden from those who do not see the issue', () =>
  inWorld(async (ctx, { as }) => {
    const stakeholder = aStakeholder(await as('cindy'))
    const ref = await promised(ctx, { confidential: true, title: 'Leak in the gateways' })
    const open = await promised(ctx, { title: 'Another list' })
    const hidden = await raise(ctx, ref)
    const shown = await raise(ctx, open, { reason: 'Too early.', protects: [`issue-${ref}`] })
    await expect(readPushBack(stakeholder, { pushBack: hidden.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const { items } = await listPushBacks(stakeholder, { group })
    expect(items.find(({ id }) => id === hidden.id)).toBeUndefined()
    expect(items.find(({ id }) => id === shown.id)?.protects).toEqual([])
    expect(shown.protects).toHaveLength(1)
    expect((await resemblingPushBacks(stakeholder, { group, title: 'Leak in gateways' })).items).toEqual([])
    expect((await resemblingPushBacks(ctx, { group, title: 'Leak in gateways' })).items[0]?.id).toBe(
      hidden.id,
    )
    await expect(listPushBacks(stakeholder, { group, work: `issue-${ref}` })).rejects.toThrow('not found')
  }))

test('the register is searched by words of the reason and the work, and narrowed by state and kind', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx, { title: 'Support a model of Zebra' })
    const one = await raise(ctx, ref, { reason: 'The documentation of Ostrich comes first.' })
    const plan = await raisePushBack(ctx, {
      group,
      work: 'milestone-18.9',
      reason: 'Ostrich leaves no room.',
    })
    const found = async (more: object) =>
      (await listPushBacks(ctx, { group, ...more })).items.map(({ id }) => id)
    expect(await found({ q: 'ostrich' })).toEqual([plan.pushBack.id, one.id])
    expect(await found({ q: 'zebra documentation' })).toEqual([one.id])
    expect(await found({ q: 'ostrich', kind: ['milestone'] })).toEqual([plan.pushBack.id])
    await decidePushBack(ctx, {
      group,
      pushBack: plan.pushBack.id,
      version: plan.pushBack.version,
      decision: 'declined',
    })
    expect(await found({ q: 'ostrich' }), 'open ones first').toEqual([one.id, plan.pushBack.id])
    expect(await found({ q: 'ostrich', state: ['declined'] })).toEqual([plan.pushBack.id])
  }))

test('the same request later is answered with the push-back that was recorded', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx, { title: 'Support the Zebra model on Dedicated' })
    const one = await raise(ctx, ref)
    const like = async (title: string) =>
      (await resemblingPushBacks(ctx, { group, title })).items.map(({ id }) => id)
    expect(await like('Zebra model on Dedicated')).toEqual([one.id])
    expect(await like('Committed to the gateway')).toEqual([one.id])
    expect(await like('Dark colours for charts')).toEqual([])
  }))
