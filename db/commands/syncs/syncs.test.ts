import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import { readAgenda, readSync } from '../../queries/sync-room.ts'
import { listSyncs } from '../../queries/syncs.ts'
import { agendaKeys, DAY_MS, later, recording, sameSyncsBothWays, unowned } from '../../testing/syncs.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { noVolunteer } from '../dris.ts'
import { createEpic } from '../epics.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { raiseHand } from '../hands/hands.ts'
import { labelIssue } from '../issues/labels.ts'
import { raisePushBack } from '../push-backs/raise.ts'
import { addTimeOff } from '../time-off.ts'
import { undoEvent } from '../undo.ts'
import { recordOutcome } from './outcomes.ts'
import { addPoint, removePoint } from './points.ts'
import { endSync, startSync } from './syncs.ts'

const group = 'custom-models'
const stuck = async (ctx: Ctx, ref: number) =>
  (
    await raiseHand(ctx, {
      group,
      kind: 'stuck',
      ask: 'I need help with the probe.',
      subject: `issue-${ref}`,
    })
  ).hand.id

test('the agenda is built from what waits, hands and blocked work first', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await addPoint(julie, { text: 'The retrospective moves to Monday.' })
    const asked = await anIssue(ctx, { dri: 'julie' })
    await handOver(julie, { group, ref: asked, from: 'julie', to: 'cindy', context: 'The probe is left.' })
    const free = await unowned(ctx)
    const none = await anIssue(ctx)
    await noVolunteer(ctx, { group, ref: none, reason: 'overloaded' })
    const { pushBack } = await raisePushBack(ctx, { group, work: `issue-${none}`, reason: 'Another goal.' })
    const blocked = await anIssue(ctx, { dri: 'julie', labels: ['type::bug', 'workflow::blocked'] })
    const hand = await stuck(julie, await anIssue(ctx, { dri: 'julie' }))
    expect(await agendaKeys(ctx)).toEqual([
      `hand-${hand}`,
      `issue-${blocked}`,
      `issue-${free}`,
      `issue-${asked}`,
      `issue-${none}`,
      `push-back-${pushBack.id}`,
      expect.stringMatching(/^point-\d+$/),
    ])
  }))

test('it begins with the agenda of now and grows while it runs; what is settled stays', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const first = await unowned(ctx)
    const { sync } = await startSync(ctx)
    expect(sync).toMatchObject({ state: 'running', day: '2026-01-07', lead: { handle: 'mohamed' } })
    const hand = await stuck(julie, await anIssue(ctx, { dri: 'julie' }))
    expect(await agendaKeys(ctx, sync.id)).toEqual([`hand-${hand} new`, `issue-${first}`])
    const { outcome, event } = await recording(ctx, `issue-${first}`, { kind: 'assign', to: 'julie' })
    expect(outcome).toMatchObject({ sentence: 'Julie Huang is the DRI.', by: { handle: 'mohamed' } })
    expect(await agendaKeys(ctx, sync.id)).toEqual([`hand-${hand} new`, `issue-${first} settled`])
    const [told] = (await listEvents(ctx, { group, issue: first, limit: 5 })).items.filter(
      ({ number }) => number === event,
    )
    expect(told?.sentence).toContain(
      'recorded “Assign DRI” on this issue for the sync: Julie Huang is the DRI.',
    )
    await sameSyncsBothWays(ctx)
    await undoEvent(ctx, { group, event })
    expect(await agendaKeys(ctx, sync.id)).toEqual([`hand-${hand} new`, `issue-${first}`])
    await sameSyncsBothWays(ctx)
  }))

test('of what can no longer be undone the minutes keep the outcome', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await unowned(ctx)
    await startSync(ctx)
    const { event } = await recording(ctx, `issue-${ref}`, { kind: 'assign', to: 'julie' })
    const julie = await as('julie')
    await handOver(julie, { group, ref, from: 'julie', to: 'cindy', context: 'It is yours.' })
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'At once.', atOnce: true })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow()
    expect((await readAgenda(ctx)).outcomes).toHaveLength(0)
    const { running } = await listSyncs(ctx, {})
    expect((await readSync(ctx, { sync: running ?? 0 })).outcomes).toHaveLength(1)
  }))

test('each outcome does what its button does elsewhere', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const blocked = await anIssue(ctx, { dri: 'julie', labels: ['type::bug', 'workflow::blocked'] })
    const driven = await anIssue(ctx, { dri: 'julie' })
    const hand = await stuck(julie, driven)
    const free = await unowned(ctx)
    const { pushBack } = await raisePushBack(ctx, { group, work: `issue-${free}`, reason: 'Another goal.' })
    await startSync(ctx)
    const text = 'Cindy asks Fulfillment.'
    await recording(ctx, `issue-${blocked}`, { kind: 'unblock', to: 'cindy', text, on: '2026-01-09' })
    const { rows: waits } = await ctx.db.query(`select need, from_whom from blocks where issue_number = $1`, [
      blocked,
    ])
    expect(waits).toEqual([{ need: text, from_whom: 'Cindy Halim' }])
    const cindy = await as('cindy')
    expect((await listInbox(cindy, { group })).items.map(({ kind }) => kind)).toContain('asked')
    await recording(ctx, `hand-${hand}`, { kind: 'help' })
    await recordOutcome(ctx, { item: `hand-${hand}`, kind: 'lower', seen: 1e6, text: 'Paired on it.' })
    await recording(ctx, `issue-${free}`, { kind: 'no_volunteer', reason: 'missing_skill' })
    const on = '2026-01-20'
    await recording(ctx, `push-back-${pushBack.id}`, { kind: 'revisit', on, text: 'After the release.' })
    const { rows } = await ctx.db.query(
      `select h.how, (select reason from unclaimed) as reason, (select state || ' ' || revisit_on from push_backs) as "pushBack"
        from hands h`,
    )
    expect(rows).toEqual([{ how: 'Paired on it.', reason: 'missing_skill', pushBack: `deferred ${on}` }])
    await recordOutcome(ctx, {
      item: `hand-${hand}`,
      kind: 'hand_over',
      seen: 1e6,
      to: 'cindy',
      text: 'Hers.',
    })
    const { rows: offers } = await ctx.db.query('select context from hand_overs')
    expect(offers).toEqual([{ context: 'Hers.' }])
    await sameSyncsBothWays(ctx)
  }))

test('an issue that is free now leaves blocked for the state that it was in before, and undo takes all of it back', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { dri: 'julie', labels: ['type::bug', 'workflow::in review'] })
    const blocked = { need: 'A key', from: 'Infra' }
    await labelIssue(ctx, { group, ref, add: ['workflow::blocked'], blocked })
    const moment = later(ctx, DAY_MS)
    const { sync } = await startSync(moment)
    const item = `issue-${ref}`
    const free = { kind: 'unblock', unblocked: true } as const
    const { outcome, event } = await recording(moment, item, free)
    expect(outcome).toMatchObject({ sentence: 'Unblocked.', person: null, day: null })
    expect(await standing(moment, ref)).toEqual({ state: 'workflow::in review', wait: null })
    expect(await agendaKeys(moment, sync.id)).toEqual([`${item} settled`])
    await undoEvent(moment, { group, event })
    expect(await standing(moment, ref)).toMatchObject({ state: 'workflow::blocked', wait: blocked })
    expect(await agendaKeys(moment, sync.id)).toEqual([item])
    const text = 'The key came.'
    expect((await recording(moment, item, { ...free, text })).outcome.sentence).toBe(`Unblocked: ${text}`)
    const again = recordOutcome(moment, { item, seen: 1e6, ...free })
    await expect(again).rejects.toThrow(`#${ref} is not blocked.`)
    await sameSyncsBothWays(moment)
  }))

test('what is unblocked now names no person and no day, and one that was always blocked has no state afterwards', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { dri: 'julie', labels: ['type::bug', 'workflow::blocked'] })
    await startSync(ctx)
    const free = { kind: 'unblock', unblocked: true } as const
    for (const more of [{ to: 'cindy' }, { on: '2026-01-09' }])
      await expect(recording(ctx, `issue-${ref}`, { ...free, ...more })).rejects.toThrow('takes no')
    await recording(ctx, `issue-${ref}`, free)
    expect(await standing(ctx, ref)).toEqual({ state: undefined, wait: null })
  }))

async function standing(ctx: Ctx, ref: number) {
  const { labels, wait } = await issueFacts(ctx, ref)
  return { state: labels.find(({ meaning }) => meaning?.startsWith('workflow.'))?.title, wait }
}

test('the room says who takes part, and who is away on its day and never why', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, { group, from: '2026-01-07', to: '2026-01-07', kind: 'sick', note: 'Private' })
    const { sync } = await startSync(ctx)
    const members = (await readSync(ctx, { sync: sync.id })).sync?.members ?? []
    expect(members.filter(({ away }) => away)).toEqual([{ handle: 'julie', name: 'Julie Huang', away: true }])
    expect(members.map(({ handle }) => handle)).toEqual(
      expect.arrayContaining(['mohamed', 'cindy', 'jordan']),
    )
    expect(members.map(({ handle }) => handle)).not.toContain('stakeholder')
    expect((await readAgenda(ctx)).sync).toBeNull()
  }))

test('an outcome says what it needs, and one that its command refuses leaves nothing', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await unowned(ctx)
    const item = `issue-${ref}`
    await startSync(ctx)
    await expect(recording(ctx, item, { kind: 'assign' })).rejects.toThrow('Choose the DRI.')
    await expect(recording(ctx, item, { kind: 'revisit', on: '2026-01-07' })).rejects.toThrow('after today')
    await expect(recording(ctx, item, { kind: 'lower', text: 'No.' })).rejects.toThrow('no raised hand')
    await expect(recording(ctx, 'issue-800001', { kind: 'done' })).rejects.toMatchObject({
      code: 'not_found',
    })
    const julie = await as('julie')
    await expect(recording(julie, item, { kind: 'assign', to: 'cindy' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { rows } = await ctx.db.query('select from sync_outcomes')
    expect(rows).toHaveLength(0)
  }))

test('the second of two outcomes is told who was first, and may add theirs', () =>
  inWorld(async (ctx, { as }) => {
    const item = (await addPoint(ctx, { text: 'Lunch on Friday.' })).item
    await startSync(ctx)
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { outcome } = await recording(julie, item, { kind: 'done', text: 'Yes.' })
    await expect(recording(cindy, item, { kind: 'done' })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'Julie Huang already recorded “Done”. Record again to add yours.',
    })
    await recordOutcome(cindy, { item, kind: 'note', seen: outcome.id, text: 'At one.' })
    const { running } = await listSyncs(ctx, {})
    expect((await readSync(ctx, { sync: running ?? 0 })).outcomes.map(({ sentence }) => sentence)).toEqual([
      'Yes.',
      'At one.',
    ])
  }))

test('what was settled before a sync is taken up by the next one, and stands in its minutes', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { item } = await addPoint(ctx, { text: 'Lunch on Friday.' })
    await recording(julie, item, { kind: 'done', text: 'By vote: at one.' })
    expect(await agendaKeys(ctx)).toEqual([`${item} settled`])
    const { sync } = await startSync(ctx)
    expect(await agendaKeys(ctx, sync.id)).toEqual([`${item} settled`])
    expect((await readAgenda(ctx)).items).toEqual([])
    await sameSyncsBothWays(ctx)
  }))

test('what is put off comes back on its day, a point that is settled never', () =>
  inWorld(async (ctx) => {
    const ref = await unowned(ctx)
    const first = (await startSync(ctx)).sync.id
    await recording(ctx, `issue-${ref}`, { kind: 'revisit', on: '2026-01-09' })
    const { item } = await addPoint(ctx, { text: 'A word.' })
    await recording(ctx, item, { kind: 'done' })
    expect(await agendaKeys(ctx, first)).toEqual([`issue-${ref} settled`, `${item} settled new`])
    await endSync(ctx, { sync: first })
    expect(await agendaKeys(later(ctx, DAY_MS))).toEqual([])
    expect(await agendaKeys(later(ctx, 2 * DAY_MS))).toEqual([`issue-${ref}`])
  }))

test('a point is removed by undoing it or by its button, and comes back', () =>
  inWorld(async (ctx) => {
    const { item, event } = await addPoint(ctx, { text: '  A word.  ' })
    await removePoint(ctx, { syncPoint: Number(item.replace('point-', '')) })
    expect(await agendaKeys(ctx)).toEqual([])
    await expect(removePoint(ctx, { syncPoint: Number(item.replace('point-', '')) })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow()
    await sameSyncsBothWays(ctx)
  }))

test('an epic without a tech lead is given one', () =>
  inWorld(async (ctx) => {
    const { number } = await createEpic(ctx, { title: 'Lifecycle' })
    await raiseHand(ctx, {
      group,
      kind: 'bigger',
      ask: 'It is bigger than it looks.',
      subject: `epic-${number}`,
    })
    await startSync(ctx)
    const [first] = (await readAgenda(ctx)).items
    await recording(ctx, first?.key ?? '', { kind: 'assign', to: 'julie' })
    const { rows } = await ctx.db.query(`select p.handle from epics e join people p on p.id = e.tech_lead_id`)
    expect(rows).toEqual([{ handle: 'julie' }])
    await sameSyncsBothWays(ctx)
  }))
