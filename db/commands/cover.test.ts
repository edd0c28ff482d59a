import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { listCover } from '../queries/cover.ts'
import { listInbox } from '../queries/inbox.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { setDuty } from './capacity/duty.ts'
import { askDutyCover, askIssueCover, takeDuty } from './cover.ts'
import { doneWithInbox } from './inbox.ts'
import { takeIssue } from './issues/take.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { addTimeOff } from './time-off.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const TEAM = { group, team: 'health-connectivity', week: '2026-01-19' }
const AWAY = { group, from: '2026-01-19', to: '2026-01-21', kind: 'sick' as const }
const DAYS = { from: '2026-01-19', to: '2026-02-15' }

async function expectReplayed({ db, group: { id } }: Ctx): Promise<void> {
  const { ledger, tables } = await rowsBothWays(db, id)
  expect(ledger).toEqual(tables)
}

const askedOf = async (ctx: Ctx) =>
  (await listInbox(ctx, { group })).items
    .filter(({ kind }) => kind === 'asked')
    .map(({ sentence }) => sentence)
const dutyFor = async (ctx: Ctx) => (await listCover(ctx, DAYS)).duties[0]

test('a person who has triage and is away asks for cover once; the EM and the team read it, and a colleague takes it', () =>
  inWorld(async (ctx, { as }) => {
    const [cindy, newick, manoj, julie] = [
      await as('cindy'),
      await as('newick'),
      await as('manoj'),
      await as('julie'),
    ]
    await setDuty(ctx, { ...TEAM, person: 'cindy' })
    await expect(takeDuty(newick, TEAM)).rejects.toThrow('Cindy Halim has this triage duty and is there.')
    await addTimeOff(cindy, AWAY)
    expect(await dutyFor(newick)).toMatchObject({
      person: 'cindy',
      asked: null,
      mayTake: true,
      mayAsk: false,
    })
    expect(await dutyFor(cindy)).toMatchObject({ mayTake: false, mayAsk: true })
    expect(await dutyFor(julie)).toMatchObject({ mayTake: false, mayAsk: false })
    await expect(askDutyCover(newick, TEAM)).rejects.toThrow('Only Cindy Halim or the engineering manager')
    await askDutyCover(cindy, TEAM)
    const asked =
      'Cindy Halim asked for cover of Cindy Halim’s triage of Health & Connectivity in the week of 2026-01-19.'
    for (const one of [ctx, newick, manoj]) expect(await askedOf(one)).toEqual([asked])
    for (const one of [cindy, julie]) expect(await askedOf(one)).toEqual([])
    await expect(askDutyCover(cindy, TEAM)).rejects.toThrow('already asked for')
    expect(await dutyFor(ctx)).toMatchObject({ asked: cindy.now.toISOString() })

    await expect(takeDuty(julie, TEAM)).rejects.toThrow('Only a member of this functional team')
    const { event } = await takeDuty(newick, TEAM)
    expect(await dutyFor(ctx)).toMatchObject({ person: 'newick', asked: null })
    for (const one of [ctx, newick, manoj]) expect(await askedOf(one), 'it is answered').toEqual([])
    expect((await listInbox(cindy, { group })).items[0]).toMatchObject({
      kind: 'informed',
      sentence:
        'Newick Lee gave the triage of Health & Connectivity in the week of 2026-01-19 to Newick Lee.',
    })
    await expect(takeDuty(manoj, TEAM)).rejects.toThrow('Newick Lee has this triage duty and is there.')
    await expectReplayed(ctx)
    await undoEvent(newick, { group, event })
    expect(await dutyFor(ctx)).toMatchObject({ person: 'cindy' })
    await expectReplayed(ctx)
  }))

test('a week without anyone is taken by a member of the team, and none that is over', () =>
  inWorld(async (ctx, { as }) => {
    const newick = await as('newick')
    await takeDuty(newick, TEAM)
    expect(await dutyFor(ctx)).toMatchObject({ person: 'newick' })
    await expect(takeDuty(newick, { ...TEAM, week: '2025-12-29' })).rejects.toThrow('This week is over.')
    await expect(takeDuty(newick, { ...TEAM, week: '2026-01-20' })).rejects.toThrow('begins on a Monday')
  }))

test('of several who take a duty in one moment one has it', () =>
  inWorld(async (ctx, { as }) => {
    await setDuty(ctx, { ...TEAM, person: 'cindy' })
    await addTimeOff(await as('cindy'), AWAY)
    await takeDuty(await as('newick'), TEAM)
    await expect(takeDuty(await as('manoj'), TEAM)).rejects.toMatchObject({ code: 'refused' })
  }))

test('active work that a person drives while away is listed for them and the EM, who can ask for cover until another drives it', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy, manoj] = [await as('julie'), await as('cindy'), await as('manoj')]
    const labels = ['group::custom models', 'workflow::in dev']
    const ref = await anIssue(ctx, { milestone: '18.9', dri: 'julie', labels })
    await expect(askIssueCover(julie, { group, ref })).rejects.toThrow(
      'No time off of Julie Huang lies ahead.',
    )
    await addTimeOff(julie, AWAY)
    const listed = { ref, person: 'julie', from: '2026-01-19', to: '2026-01-21' }
    expect((await listCover(julie, DAYS)).issues).toMatchObject([{ ...listed, asked: null }])
    expect((await listCover(ctx, DAYS)).issues).toMatchObject([listed])
    expect((await listCover(cindy, DAYS)).issues).toEqual([])
    for (const one of [ctx, cindy, manoj]) await doneWithInbox(one, { group })
    await expect(askIssueCover(cindy, { group, ref })).rejects.toThrow(
      'Only Julie Huang or the engineering manager',
    )
    await askIssueCover(julie, { group, ref })
    const asked = `Julie Huang asked for cover of #${ref}: its DRI Julie Huang is away 19 – 21 Jan 2026.`
    expect(await askedOf(ctx)).toEqual([asked])
    expect(await askedOf(manoj), 'the team that she is mainly in').toEqual([asked])
    expect(await askedOf(cindy)).toEqual([])
    await expect(askIssueCover(julie, { group, ref })).rejects.toThrow('already asked for')
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'Half done.', atOnce: true })
    expect(await askedOf(manoj), 'another drives it').toEqual([])
    expect((await listCover(julie, DAYS)).issues).toEqual([])
    await expectReplayed(ctx)
  }))

test('confidential work is asked about among those who may see it', () =>
  inWorld(async (ctx, { as }) => {
    const labels = ['group::custom models', 'workflow::in dev']
    const ref = await anIssue(ctx, { milestone: '18.9', labels, confidential: true })
    const julie = await as('julie')
    await takeIssue(julie, { group, ref })
    await addTimeOff(julie, AWAY)
    const outside: Ctx = { ...julie, actor: { ...julie.actor, roles: ['stakeholder'] } }
    expect((await listCover(outside, DAYS)).issues).toEqual([])
    await askIssueCover(julie, { group, ref })
    expect(await askedOf(ctx)).toHaveLength(1)
  }))
