import { expect, test } from 'vitest'
import { helpHand, raiseHand } from '../commands/hands/hands.ts'
import { noVolunteer } from '../commands/dris.ts'
import { createEpic } from '../commands/epics.ts'
import { handOver } from '../commands/hand-overs/hand-over.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { joinEpic } from '../commands/issues/epic.ts'
import { takeIssue } from '../commands/issues/take.ts'
import { removePerson } from '../commands/people.ts'
import { addTimeOff } from '../commands/time-off.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readDrift } from './drift.ts'
import { listDris } from './dris.ts'

const group = 'custom-models'
const IN_DEV = ['group::custom models', 'type::bug', 'workflow::in dev']
const active = (ctx: Ctx, stated: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels: IN_DEV, ...stated })
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } })
const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
})
const tableOf = async (ctx: Ctx) => (await listDris(ctx, {})).items
const driftOf = async (ctx: Ctx) =>
  (await readDrift(ctx)).items.map(({ subject, drift }) => [subject, drift.kind])

test('the table lists what is worked on, driven or not, with since when, the hand-over that waits and the team', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const driven = await active(ctx, { team: 'gateway-services' })
    await takeIssue(julie, { group, ref: driven })
    await handOver(julie, { group, ref: driven, from: 'julie', to: 'cindy', context: 'The page is next.' })
    const free = await active(ctx)
    await noVolunteer(ctx, { group, ref: free, reason: 'overloaded' })
    await anIssue(ctx)
    await closeIssue(ctx, { group, ref: await active(ctx), reason: 'done' })
    const { milestone, items } = await listDris(ctx, {})
    expect(milestone).toEqual({ slug: '18.8', title: '18.8' })
    expect(items).toMatchObject([
      {
        subject: `issue-${free}`,
        dri: null,
        since: null,
        unclaimed: { reason: 'overloaded' },
        drifts: [{ kind: 'no_dri' }],
      },
      {
        subject: `issue-${driven}`,
        kind: 'issue',
        state: 'in-dev',
        dri: { handle: 'julie', name: 'Julie Huang' },
        since: ctx.now.toISOString(),
        offeredTo: { handle: 'cindy' },
        teams: ['gateway-services'],
        drifts: [],
      },
    ])
  }))

test('an epic is in work while issues of it are; one with a tech lead and no issues yet is an initiative', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
    await createEpic(ctx, { title: 'Nothing yet' })
    const mine = async () => (await tableOf(ctx)).find(({ subject }) => subject === `epic-${epic}`)
    expect(await mine()).toMatchObject({ kind: 'initiative', dri: { handle: 'julie' } })
    expect((await tableOf(ctx)).map(({ title }) => title)).not.toContain('Nothing yet')
    const ref = await active(ctx, { dri: 'cindy' })
    await joinEpic(ctx, { group, ref, epic })
    expect(await mine()).toMatchObject({ kind: 'epic', title: 'Lifecycle', drifts: [] })
    await joinEpic(ctx, { group, ref: await anIssue(ctx), epic })
    await closeIssue(ctx, { group, ref, reason: 'done' })
    expect(await mine()).toBeUndefined()
  }))

test('each reason for drift has its line, the most pressing first, for issues and epics alike', () =>
  inWorld(async (ctx, { as }) => {
    const quiet = await active(ctx, { dri: 'newick' })
    const left = await active(ctx, { dri: 'patrick' })
    const { number: led } = await createEpic(ctx, { title: 'Led by Patrick', techLead: 'patrick' })
    const { number: unled } = await createEpic(ctx, { title: 'Led by no person' })
    await joinEpic(ctx, { group, ref: quiet, epic: led })
    await joinEpic(ctx, { group, ref: left, epic: unled })
    const free = await active(ctx)
    const away = await active(ctx, { dri: 'julie' })
    await removePerson(ctx, { group, person: 'patrick' })
    await addTimeOff(await as('julie'), { group, from: '2026-01-08', to: '2026-01-14', kind: 'vacation' })
    expect(await driftOf(ctx)).toEqual([
      [`issue-${free}`, 'no_dri'],
      [`epic-${unled}`, 'no_dri'],
      [`issue-${left}`, 'dri_gone'],
      [`epic-${led}`, 'dri_gone'],
      [`issue-${away}`, 'away'],
    ])
  }))

test('a week and a day of silence is drift, and a new DRI has the same time', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await active(ctx, { dri: 'julie', milestone: '18.9' })
    const at = (day: string) => ({ ...ctx, now: new Date(`${day}T12:00:00Z`) })
    expect(await driftOf(at('2026-01-14'))).toEqual([])
    expect((await readDrift(at('2026-01-15'))).items).toMatchObject([
      { subject: `issue-${ref}`, dri: { handle: 'julie' }, drift: { because: 'No update for 8 days.' } },
    ])
    const given = { group, ref, from: 'julie', to: 'cindy', context: 'Yours now.', atOnce: true }
    await handOver({ ...(await as('mohamed')), now: at('2026-01-15').now }, given)
    expect(await driftOf(at('2026-01-22'))).toEqual([])
    expect(await driftOf(at('2026-01-23'))).toEqual([[`issue-${ref}`, 'no_update']])
  }))

test('why a person is away is told to no other, and what is confidential to those alone who may see it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await active(ctx, { confidential: true, dri: 'julie' })
    const days = { group, from: '2026-01-08', to: '2026-01-14', kind: 'sick', note: 'Knee surgery' } as const
    await addTimeOff(await as('julie'), days)
    const [newick, guest] = [await as('newick'), outside(await as('newick'))]
    expect(await driftOf(newick)).toEqual([[`issue-${ref}`, 'away']])
    const told = JSON.stringify([await readDrift(newick), await listDris(newick, {})])
    expect(told).not.toMatch(/sick|Knee/)
    expect(await driftOf(guest)).toEqual([])
    expect(await tableOf(guest)).toEqual([])
  }))

test('the weight that a person drives stands beside their capacity and the days they are away, the same for all readers', () =>
  inWorld(async (ctx, { as }) => {
    await active(ctx, { dri: 'julie', weight: 3 })
    await active(ctx, { dri: 'julie', weight: 2, confidential: true })
    await closeIssue(ctx, { group, ref: await active(ctx, { dri: 'julie', weight: 1 }), reason: 'done' })
    await closeIssue(ctx, { group, ref: await active(ctx, { dri: 'julie', weight: 1 }), reason: 'wont_do' })
    await anIssue(ctx, { dri: 'julie', weight: 3, milestone: '18.9' })
    const julie = await as('julie')
    await addTimeOff(julie, { group, from: '2026-01-08', to: '2026-01-09', kind: 'vacation' })
    for (const reader of [ctx, outside(await as('newick'))]) {
      const { people } = await listDris(reader, {})
      const mine = people.find(({ handle }) => handle === 'julie')
      expect(mine).toMatchObject({ drives: 6, daysAway: 2 })
      expect(mine?.capacity).toBeGreaterThan(0)
    }
  }))

test('between milestones nothing is in work, and another milestone can be asked for', () =>
  inWorld(async (ctx) => {
    const ref = await active(ctx, { dri: 'julie', milestone: '18.9' })
    const after = later(ctx, 60)
    expect(await listDris(after, {})).toMatchObject({ milestone: null, items: [], people: [] })
    const { items } = await listDris(ctx, { milestone: '18.9' })
    expect(items.map(({ subject }) => subject)).toEqual([`issue-${ref}`])
    await expect(listDris(ctx, { milestone: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
  }))

test('an open hand stands at its line, above what drifts', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    await active(ctx)
    const ref = await active(ctx, { dri: 'julie' })
    const raise = (ask: string) => raiseHand(julie, { group, kind: 'stuck', ask, subject: `issue-${ref}` })
    const { hand } = await raise('I need help with DWS')
    await helpHand(cindy, { group, hand: hand.id })
    const [first, second] = await tableOf(ctx)
    expect(first).toMatchObject({
      ref,
      hand: { by: { handle: 'julie' }, ask: 'I need help with DWS', helper: { name: 'Cindy Halim' } },
    })
    expect(second).toMatchObject({ hand: null, drifts: [{ kind: 'no_dri' }] })
    await raise('And with the probe')
    expect((await tableOf(ctx))[0]?.hand).toMatchObject({ ask: 'And with the probe', helper: null })
  }))

test('of one person, the table holds what they drive and their load alone', () =>
  inWorld(async (ctx) => {
    await active(ctx, { dri: 'cindy' })
    const ref = await active(ctx, { dri: 'julie' })
    const { items, people } = await listDris(ctx, { person: 'julie' })
    expect(items.map((line) => line.ref)).toEqual([ref])
    expect(people).toMatchObject([{ handle: 'julie', drives: 2 }])
  }))
