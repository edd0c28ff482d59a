import { expect, test } from 'vitest'
import { noteVisit } from '../commands/briefs.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { setFact } from '../commands/issues/set-fact.ts'
import { editMilestone } from '../commands/milestones.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { undoEvent } from '../commands/undo.ts'
import { A_VISITOR, type Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { visitOf } from './brief-facts.ts'
import { keptBrief } from './briefs.ts'
import { milestonesOf } from './milestones.ts'

const group = 'custom-models'
const milestone = '18.9'
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const BLOCKED = ['group::custom models', 'type::bug', 'workflow::blocked', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: A_VISITOR })
const read = (ctx: Ctx, slug = milestone) => keptBrief(ctx, null, { milestone: slug })
const STARTED = '2026-01-12T10:00:00Z'
const LATER = '2026-01-15T10:00:00Z'
const NOW = '2026-01-20T12:00:00Z'

const made = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels: DELIVERABLE, dri: 'julie', milestone, weight: 2, ...more })
const refs = (items: readonly { ref: number }[]) => items.map(({ ref }) => ref)

test('a brief says what was committed with its state now, what was added, and what was taken off', () =>
  inWorld(async (ctx) => {
    const [done, open, off] = [await made(ctx), await made(ctx), await made(ctx)]
    const pushed = await made(ctx)
    const added = await made(at(ctx, STARTED))
    await closeIssue(at(ctx, LATER), { group, ref: done })
    await labelIssue(at(ctx, LATER), { group, ref: off, remove: ['Deliverable'] })
    const pushBack = { reason: 'We are committed to the gateway.' }
    await labelIssue(at(ctx, LATER), { group, ref: pushed, remove: ['Deliverable'], pushBack })
    const brief = await read(at(ctx, NOW))
    expect(brief).toMatchObject({ group: 'Custom Models', phase: 'running', today: '2026-01-20' })
    expect(brief.promised.sum).toEqual({ count: 4, weight: 8 })
    expect(brief.promised.items.map(({ ref, state }) => [ref, state])).toEqual([
      [done, 'done'],
      [open, 'in-dev'],
      [off, 'in-dev'],
      [pushed, 'in-dev'],
    ])
    expect(brief.moved.added.items).toMatchObject([{ ref: added, on: '2026-01-12', outcome: 'open' }])
    expect(brief.moved.reprioritised.items).toMatchObject([{ ref: pushed, because: pushBack.reason }])
    expect(refs(brief.moved.gone)).toEqual([off])
    expect(brief.moved.slipped.items, 'nothing has slipped before the end').toEqual([])
  }))

test('it says which days changed while the milestone ran, and not what was planned before', () =>
  inWorld(async (ctx) => {
    const ref = await made(ctx)
    await setFact(ctx, ref, 'due', '2026-01-16')
    await setFact(at(ctx, LATER), ref, 'due', '2026-01-23')
    const all = await milestonesOf(ctx)
    const days = all.find(({ slug }) => slug === milestone)
    const dueOn = '2026-02-12'
    const { event } = await editMilestone(at(ctx, LATER), { group, milestone, dueOn })
    const { redated } = (await read(at(ctx, NOW))).moved
    expect(redated).toMatchObject([
      { ref: null, from: { dueOn: days?.dueOn }, to: { dueOn }, on: '2026-01-15' },
      { ref, from: { dueOn: '2026-01-16' }, to: { dueOn: '2026-01-23' }, on: '2026-01-15' },
    ])
    await undoEvent(at(ctx, LATER), { group, event: Number(event) })
    expect(
      refs((await read(at(ctx, NOW))).moved.redated.flatMap(({ ref }) => (ref ? [{ ref }] : []))),
    ).toEqual([ref])
    expect((await read(at(ctx, NOW))).moved.redated, 'what was undone did not happen').toHaveLength(1)
  }))

test('of a milestone that is over it says what slipped, why and where it went, and nothing of today', () =>
  inWorld(async (ctx) => {
    const [done, slipped] = [await made(ctx, { milestone: '18.8' }), await made(ctx, { milestone: '18.8' })]
    await closeIssue(ctx, { group, ref: done })
    const issues = [{ ref: slipped, destination: '18.9', reason: 'blocked' as const, text: 'Infra' }]
    await closeMilestone(at(ctx, '2026-01-09T15:00:00Z'), { group, milestone: '18.8', issues })
    const brief = await read(at(ctx, NOW), '18.8')
    const items = [...brief.promised.items, ...brief.moved.added.items]
    expect(items.map(({ state }) => state)).toEqual([null, null])
    expect(brief.moved.slipped.items).toMatchObject([
      { ref: slipped, because: 'Blocked, Infra', wentTo: '18.9', outcome: 'slipped' },
    ])
    expect(brief.risks.blocked).toEqual([])
    expect(brief.sentence).toContain('1 of 2')
  }))

test('risks are what the product knows: blocked with the need, drift without a day, the load, and why no forecast', () =>
  inWorld(async (ctx) => {
    const blocked = await made(ctx, { labels: BLOCKED })
    const away = await made(ctx, { dri: 'cindy' })
    const cindy = { group, person: 'cindy', from: '2026-01-21', to: '2026-01-23', kind: 'sick' as const }
    await addTimeOff(ctx, { ...cindy, note: 'Quicksilver' })
    const { risks } = await read(at(ctx, NOW))
    expect(refs(risks.blocked)).toEqual([blocked])
    expect(risks.drift.find(({ ref }) => ref === away)).toMatchObject({
      kind: 'away',
      because: 'Its DRI is away soon, without cover.',
    })
    expect(JSON.stringify(risks)).not.toMatch(/2026-01-2[1-3]|sick|quicksilver/i)
    expect(risks.capacity?.load).toBeGreaterThan(0)
    expect([risks.forecast === null, risks.noForecast !== null]).toEqual([true, true])
  }))

test('it says who to ask: the managers, DRIs of what is not done, and teams, without an address', () =>
  inWorld(async (ctx) => {
    const [one, two] = [await made(ctx), await made(ctx)]
    const done = await made(ctx, { dri: 'patrick' })
    await closeIssue(ctx, { group, ref: done })
    const { ask } = await read(at(ctx, NOW))
    expect(ask.people.map(({ name, role }) => [name, role])).toEqual([
      ['Mohamed Hamda', 'em'],
      ['Jordan Janes', 'pm'],
    ])
    expect(ask.dris).toEqual([{ handle: 'julie', name: 'Julie Huang', refs: [one, two] }])
    expect(ask.teams.map(({ name }) => name)).toContain('Model Selection')
    expect(JSON.stringify(await read(at(ctx, NOW)))).not.toContain('@')
  }))

test('news are what happened to the committed work, the latest first, without what was undone or says nothing', () =>
  inWorld(async (ctx) => {
    const ref = await made(ctx)
    await labelIssue(at(ctx, LATER), { group, ref, add: ['type::feature'] })
    await weighIssue(at(ctx, LATER), { group, ref, weight: 3 })
    const { event } = await closeIssue(at(ctx, '2026-01-16T10:00:00Z'), { group, ref })
    const texts = async () => (await read(at(ctx, NOW))).news.map(({ text }) => text)
    expect(await texts()).toEqual([expect.stringContaining('closed'), expect.stringContaining('weight')])
    await undoEvent(at(ctx, '2026-01-16T11:00:00Z'), { group, event: Number(event) })
    expect(await texts()).toEqual([expect.stringContaining('weight')])
  }))

test('a visitor sees what a stakeholder sees: sums of the group, and of confidential issues nothing else', () =>
  inWorld(async (ctx) => {
    const open = await made(ctx)
    const hidden = await made(ctx, { confidential: true, title: 'Quicksilver', dri: 'cindy' })
    const blocked = await made(at(ctx, STARTED), {
      confidential: true,
      title: 'Quicksilver too',
      labels: BLOCKED,
      dri: 'cindy',
    })
    await setFact(at(ctx, LATER), hidden, 'due', '2026-01-23')
    await closeIssue(at(ctx, LATER), { group, ref: hidden })
    const own = await read(at(ctx, NOW))
    const theirs = await read(visitor(at(ctx, NOW)))
    const asStakeholder = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder' as const], admin: false } }
    expect(theirs).toEqual(await read(at(asStakeholder, NOW)))
    expect(theirs.promised.sum).toEqual(own.promised.sum)
    expect(theirs.sentence).toBe(own.sentence)
    expect(refs(theirs.promised.items)).toEqual([open])
    expect([theirs.promised.notShown, theirs.moved.added.notShown, theirs.risks.blockedNotShown]).toEqual([
      1, 1, 1,
    ])
    const { ask, ...told } = theirs
    expect(ask.dris.map(({ handle }) => handle)).toEqual(['julie'])
    const text = JSON.stringify(told)
    expect(text).not.toMatch(/quicksilver|cindy/i)
    for (const ref of [hidden, blocked]) expect(text).not.toMatch(new RegExp(`#${ref}\\b|"ref":${ref}\\b`))
  }))

test('a shelf has no brief, and neither has what is nowhere', () =>
  inWorld(async (ctx) => {
    await expect(read(ctx, 'backlog')).rejects.toMatchObject({ code: 'refused' })
    await expect(read(ctx, 'nowhere')).rejects.toMatchObject({ code: 'not_found' })
  }))

test('each person has visits of their own, and a visitor has none here', () =>
  inWorld(async (ctx) => {
    const [{ id = '' } = {}] = (await milestonesOf(ctx)).filter(({ slug }) => slug === milestone)
    const monday = Date.parse(STARTED)
    await noteVisit(at(ctx, STARTED), id)
    expect(await visitOf(ctx, id)).toEqual({ since: null, at: monday })
    await noteVisit(at(ctx, LATER), id)
    await noteVisit(at(ctx, '2026-01-15T10:20:00Z'), id)
    expect(await visitOf(ctx, id)).toEqual({ since: monday, at: Date.parse('2026-01-15T10:20:00Z') })
    await noteVisit(at(ctx, STARTED), id)
    expect(await visitOf(ctx, id), 'an older look changes nothing').toMatchObject({ since: monday })
    await noteVisit(visitor(ctx), id)
    expect(await visitOf(visitor(ctx), id)).toBeNull()
    const { rowCount } = await ctx.db.query('select from brief_visits')
    expect(rowCount).toBe(1)
  }))
