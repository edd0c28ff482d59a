import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { listInbox } from '../queries/inbox.ts'
import { listEvents } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { listUnclaimed } from '../queries/unclaimed.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { noVolunteer } from './dris.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { watchIssue } from './inbox.ts'
import { closeIssue } from './issues/close.ts'
import { releaseIssue, takeIssue } from './issues/take.ts'
import { undoEvent } from './undo.ts'

const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } })

const group = 'custom-models'
const overloaded = { reason: 'overloaded', note: 'Until the release is out.' } as const

test('that no one volunteered stands on the issue with its reason, is listed, and told to those who follow it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    await watchIssue(julie, { group, ref, watching: true })
    await noVolunteer(ctx, { group, ref, ...overloaded, note: ' Until the release is out. ' })
    const stands = { ...overloaded, by: ctx.actor.handle }
    expect((await readIssue(ctx, { group, ref })).unclaimed).toMatchObject(stands)
    expect((await listUnclaimed(ctx)).items).toMatchObject([{ ref, ...stands }])
    const [told] = (await listEvents(ctx, { group, issue: ref, limit: 1 })).items
    expect(told?.sentence).toContain(
      'recorded no volunteer for this issue: Overloaded, Until the release is out',
    )
    expect((await listInbox(julie, { group })).items.map(({ issue }) => issue)).toContain(ref)
  }))

test('it is settled by a DRI for good: one who steps down again leaves the old reason in the past', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    await noVolunteer(ctx, { group, ref, ...overloaded })
    await takeIssue(julie, { group, ref })
    expect((await readIssue(ctx, { group, ref })).unclaimed).toBeNull()
    await expect(noVolunteer(ctx, { group, ref, ...overloaded })).rejects.toThrow('already the DRI')
    await releaseIssue(julie, { group, ref })
    expect((await listUnclaimed(ctx)).items).toEqual([])
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) }
    await noVolunteer(later, { group, ref, reason: 'not_a_priority' })
    expect((await listUnclaimed(ctx)).items).toMatchObject([{ ref, reason: 'not_a_priority', note: '' }])
  }))

test('asked again at the next sync, the newest reason stands; a closed issue is not listed', () =>
  inWorld(async (ctx) => {
    const [first, second] = [await anIssue(ctx), await anIssue(ctx)]
    await noVolunteer(ctx, { group, ref: first, ...overloaded })
    await noVolunteer(ctx, { group, ref: first, reason: 'missing_skill', note: '' })
    await noVolunteer(ctx, { group, ref: second, ...overloaded })
    expect((await listUnclaimed(ctx)).items.map(({ ref, reason }) => [ref, reason])).toEqual([
      [second, 'overloaded'],
      [first, 'missing_skill'],
    ])
    await closeIssue(ctx, { group, ref: second, reason: 'wont_do' })
    expect((await listUnclaimed(ctx)).items.map(({ ref }) => ref)).toEqual([first])
    await expect(noVolunteer(ctx, { group, ref: second, ...overloaded })).rejects.toThrow('Reopen it first')
  }))

test('another reason needs words, and a stakeholder records none', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await expect(noVolunteer(ctx, { group, ref, reason: 'other', note: ' ' })).rejects.toThrow('Say why')
    const julie = await as('julie')
    await ctx.db.query("update group_roles set role = 'stakeholder' where person_id = $1", [julie.actor.id])
    await expect(noVolunteer(julie, { group, ref, ...overloaded })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('of a confidential issue a person who may not see it hears nothing', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { confidential: true })
    await noVolunteer(ctx, { group, ref, ...overloaded })
    expect((await listUnclaimed(outside(await as('julie')))).items).toEqual([])
  }))

test('it can be taken back, and that too; the ledger tells the same as the tables each time', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { event } = await noVolunteer(ctx, { group, ref, ...overloaded })
    const same = async () => {
      const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
      expect(ledger['issues']).toEqual(tables['issues'])
    }
    await same()
    const undone = await undoEvent(ctx, { group, event })
    expect((await listUnclaimed(ctx)).items).toEqual([])
    await same()
    await undoEvent(ctx, { group, event: undone.event })
    expect((await listUnclaimed(ctx)).items).toMatchObject([{ ref, ...overloaded }])
    await same()
  }))

test('once it has a DRI the removal of the record stays', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { event } = await noVolunteer(ctx, { group, ref, ...overloaded })
    const undone = await undoEvent(ctx, { group, event })
    await handOver(ctx, { group, ref, from: null, to: 'julie' })
    await expect(undoEvent(ctx, { group, event: undone.event })).rejects.toThrow('already the DRI')
  }))
