import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { lastEvent } from '../queries/events.ts'
import { refusalOf } from '../testing/refused.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { createEpic } from './epics.ts'
import { leadEpic } from './epics-edit.ts'
import { handOver, handOverEpic } from './hand-overs/hand-over.ts'
import { createInvitation, revokeInvitation } from './invitations.ts'
import { planIssue, weighIssue } from './issues/plan.ts'
import { setTeam } from './issues/team.ts'
import { releaseIssue, takeIssue } from './issues/take.ts'
import { changeRole, giveRole } from './roles.ts'
import { createTeam, removeTeam } from './teams.ts'
import { undoEvent } from './undo.ts'
import { putUpdate } from './updates/post.ts'

const group = 'custom-models'
const undoing = (ctx: Ctx, event: number) => () => undoEvent(ctx, { group, event })
const later = (ctx: Ctx, minutes: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
})
const SINCE = (name: string) => `conflict: ${name} changed the same thing since then. It stays as it is.`

test('a change on which another person built is not undone', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { event } = await weighIssue(ctx, { group, ref, weight: 3 })
    await weighIssue(await as('julie'), { group, ref, weight: 1 })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe(SINCE('Julie Huang'))
  }))

test('one’s own later change of the same thing is undone first', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { event } = await weighIssue(ctx, { group, ref, weight: 3 })
    const second = await weighIssue(ctx, { group, ref, weight: 1 })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe(
      'conflict: You changed the same thing since then. Undo that first.',
    )
    await undoEvent(ctx, { group, event: second.event })
    expect((await undoEvent(ctx, { group, event })).cards).toMatchObject([{ ref, weight: 2 }])
  }))

test('a change of another thing of the same issue is in no one’s way', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { event } = await weighIssue(ctx, { group, ref, weight: 3 })
    await planIssue(await as('jordan'), { group, ref, milestone: '18.9' })
    expect((await undoEvent(ctx, { group, event })).cards).toMatchObject([{ weight: 2, milestone: '18.9' }])
  }))

test('only the person who made a change undoes it, within a day', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { event } = await weighIssue(ctx, { group, ref, weight: 3 })
    const cindy = await as('cindy')
    expect(await refusalOf(ctx, undoing(cindy, event))).toBe(
      'forbidden: Only the person who made this change can undo it.',
    )
    expect(await refusalOf(ctx, undoing(later(ctx, 24 * 60 + 1), event))).toBe(
      'refused: This change is more than a day old. Change it by hand.',
    )
    await undoEvent(later(ctx, 24 * 60), { group, event })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe('conflict: You already undid this change.')
  }))

test('an event that the group does not have is not found', () =>
  inWorld(async (ctx) => {
    const none = (await lastEvent(ctx)) + 1000
    expect(await refusalOf(ctx, undoing(ctx, none))).toMatch(/^not_found: /)
  }))

test('who took an issue steps down by undoing while they drive it, and takes it back while it has no DRI', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx)
    await takeIssue(julie, { group, ref })
    const { event } = await releaseIssue(julie, { group, ref })
    await takeIssue(cindy, { group, ref })
    expect(await refusalOf(ctx, undoing(julie, event))).toBe(SINCE('Cindy Halim'))
    const released = await releaseIssue(cindy, { group, ref })
    expect((await undoEvent(cindy, { group, event: released.event })).cards).toMatchObject([{ dri: 'cindy' }])
  }))

test('a hand-over that the EM made at once goes back only while its new DRI drives it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    const given = { from: 'julie', to: 'cindy', context: 'It is half done.', atOnce: true }
    const { event } = await handOver(ctx, { group, ref, ...given })
    const released = await releaseIssue(await as('cindy'), { group, ref })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe(SINCE('Cindy Halim'))
    await undoEvent(await as('cindy'), { group, event: released.event })
    expect((await undoEvent(ctx, { group, event })).cards).toMatchObject([{ dri: 'julie' }])
  }))

test('a tech lead of an epic who stepped down since is not handed back', () =>
  inWorld(async (ctx, { as }) => {
    const { number: epic } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
    const given = { from: 'julie', to: 'cindy', context: 'It is half done.', atOnce: true }
    const { event } = await handOverEpic(ctx, { group, epic, ...given })
    await leadEpic(await as('cindy'), { group, epic, person: null })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe(SINCE('Cindy Halim'))
  }))

test('an update stays as the next DRI wrote it', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const said = { progress: 'In review', blockers: '', next: 'Merge it', confidence: 'slightly' as const }
    const ref = await anIssue(ctx, { dri: 'julie' })
    const one = { group, week: '2026-W02', subject: `issue-${ref}`, ...said }
    await putUpdate(julie, one)
    const event = await lastEvent(julie)
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'It is half done.', atOnce: true })
    await putUpdate(cindy, { ...one, progress: 'Merged' })
    expect(await refusalOf(ctx, undoing(julie, event))).toBe(SINCE('Cindy Halim'))
  }))

test('an invitation that has run out is not opened again: its person is invited anew', () =>
  inWorld(async (ctx) => {
    const asked = { group, email: 'new@saydo.example', role: 'engineer' as const }
    const { invitation } = await createInvitation(ctx, asked)
    const sixDays = later(ctx, 7 * 24 * 60 - 30)
    const { event } = await revokeInvitation(sixDays, { invitation: invitation.id })
    expect(await refusalOf(ctx, undoing(later(sixDays, 60), event))).toBe(
      'refused: The invitation has expired. Invite them again.',
    )
    await undoEvent(sixDays, { group, event })
  }))

test('the team that an issue had is not given back once it is gone', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await createTeam(ctx, { name: 'Runtime' })
    await setTeam(ctx, { group, ref, team: 'runtime' })
    const { event } = await setTeam(ctx, { group, ref, team: null })
    expect(await refusalOf(ctx, () => removeTeam(ctx, { group, team: 'runtime' })).catch(() => 'gone')).toBe(
      'gone',
    )
    expect(await refusalOf(ctx, undoing(ctx, event))).toMatch(
      /^not_found: The functional team that it had was not found/,
    )
  }))

test('a role that was changed since it was given is not taken by undoing the gift', () =>
  inWorld(async (ctx) => {
    const { event } = await giveRole(ctx, { group, person: 'julie', role: 'pm' })
    await changeRole(ctx, { group, person: 'julie', role: 'pm', title: 'Interim PM' })
    expect(await refusalOf(ctx, undoing(ctx, event))).toBe(
      'conflict: You changed the same thing since then. Undo that first.',
    )
  }))
