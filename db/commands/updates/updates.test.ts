import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { updateOf, updatesOf } from '../../queries/updates.ts'
import { readWeekOfUpdates } from '../../queries/week-updates.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { commentOnIssue } from '../issues/comment.ts'
import { undoEvent } from '../undo.ts'
import { saveDraft } from './drafts.ts'
import { postUpdates, putUpdate } from './post.ts'

const group = 'custom-models'
/** The week of the test’s world, 7 January 2026. */
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: 'Merge it', confidence: 'slightly' } as const

const active = (ctx: Ctx, dri = 'julie') => anIssue(ctx, { labels, dri })
const of = (ref: number) => ({ kind: 'issue' as const, ref })

test('the DRI posts the update of the week, and the journal of the issue says so', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const { update } = await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said })
    expect(update).toMatchObject({
      ...said,
      subject: `issue-${ref}`,
      author: { handle: 'julie' },
      milestone: '18.8',
      before: null,
      version: 1,
      mine: true,
      editable: true,
      editedAt: null,
    })
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(items[0]?.sentence).toBe(
      'Julie Huang posted the update of this issue for week 2: slightly confident.',
    )
    expect((await readIssue(ctx, { group, ref })).dri).toBe('julie')
  }))

test('the DRI alone posts it, not even the engineering manager: confidence is the DRI’s own', () =>
  inWorld(async (ctx, { as }) => {
    const subject = `issue-${await active(ctx)}`
    for (const other of [ctx, await as('cindy')]) {
      await expect(putUpdate(other, { group, week, subject, ...said })).rejects.toThrow(
        'Julie Huang is the DRI and posts its update.',
      )
    }
  }))

test('it is changed until the week ends, and stays as it was posted after that', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const subject = `issue-${ref}`
    await putUpdate(julie, { group, week, subject, ...said })
    const sunday = { ...julie, now: new Date('2026-01-11T23:59:59Z') }
    const { update } = await putUpdate(sunday, {
      group,
      week,
      subject,
      ...said,
      confidence: 'not',
      version: 1,
    })
    expect(update).toMatchObject({ confidence: 'not', version: 2, editedAt: '2026-01-11T23:59:59.000Z' })
    const monday = { ...julie, now: new Date('2026-01-12T00:00:00Z') }
    await expect(putUpdate(monday, { group, week, subject, ...said })).rejects.toThrow(
      'can no longer be changed',
    )
    await expect(putUpdate(monday, { group, week: '2026-W04', subject, ...said })).rejects.toThrow(
      'has not begun',
    )
    expect(await updateOf(monday, of(ref), week)).toMatchObject({ confidence: 'not', editable: false })
  }))

test('the week is that of the group’s zone, from 11 hours behind to 14 ahead', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const at = (zone: string, now: string): Ctx => ({
      ...julie,
      group: { ...julie.group, zone },
      now: new Date(now),
    })
    const put = (where: Ctx, asked: string) =>
      putUpdate(where, { group, week: asked, subject: `issue-${ref}`, ...said })
    const [pago, kiritimati] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati']
    await expect(put(at(kiritimati, '2026-01-11T10:00:00Z'), '2026-W02')).rejects.toThrow('no longer')
    await put(at(kiritimati, '2026-01-11T10:00:00Z'), '2026-W03')
    await put(at(pago, '2026-01-12T10:59:59Z'), '2026-W02')
    await expect(put(at(pago, '2026-01-12T11:00:00Z'), '2026-W02')).rejects.toThrow('no longer')
    expect((await updatesOf(ctx, of(ref))).map((one) => one.week)).toEqual(['2026-W03', '2026-W02'])
  }))

test('a version that was not read is not written over: both are returned', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const subject = `issue-${ref}`
    await putUpdate(julie, { group, week, subject, ...said, version: 0 })
    const other = { ...said, progress: 'Still in dev' }
    await expect(putUpdate(julie, { group, week, subject, ...other, version: 0 })).rejects.toMatchObject({
      code: 'stale',
      facts: { yours: other, theirs: said, version: 1 },
    })
    expect(await updateOf(ctx, of(ref), week)).toMatchObject(said)
  }))

test('what is sent as it was is no change', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const sent = { group, week, subject: `issue-${ref}`, ...said }
    const first = await putUpdate(julie, sent)
    expect(await putUpdate(julie, sent)).toMatchObject({ event: first.event, update: { version: 1 } })
  }))

test('the tech lead posts the update of an epic', () =>
  inWorld(async (ctx, { as }) => {
    const { number } = await createEpic(ctx, { title: 'Fewer surprises', techLead: 'julie' })
    const sent = { group, week, subject: `epic-${number}`, ...said }
    await putUpdate(await as('julie'), sent)
    await expect(putUpdate(await as('cindy'), sent)).rejects.toThrow('Julie Huang is the DRI')
    const { items } = await listEvents(ctx, { group, limit: 1 })
    expect(items[0]?.sentence).toContain(`posted the update of the epic &${number} for week 2`)
  }))

test('several are posted as one act; what the law refuses says why, and the drafts of the others are done', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const [mine, theirs] = [await active(ctx), await active(ctx, 'cindy')]
    const subject = `issue-${mine}`
    await saveDraft(julie, { group, week, subject, ...said, version: 0 })
    const updates = [mine, theirs].map((ref) => ({ subject: `issue-${ref}`, ...said }))
    expect(await postUpdates(julie, { group, week, updates })).toMatchObject({
      posted: [{ subject, version: 1 }],
      refused: [{ subject: `issue-${theirs}`, rule: 'not_its_dri' }],
    })
    const card = (await readWeekOfUpdates(julie, { week })).mine.find((one) => one.subject === subject)
    expect(card).toMatchObject({ draft: null, update: { progress: 'In review' } })
  }))

test('a post is undone and done again within its week, and only by its author', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const { event } = await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow('Only the person who made this change')
    const undone = await undoEvent(julie, { group, event })
    expect(await updateOf(ctx, of(ref), week)).toBeNull()
    await undoEvent(julie, { group, event: undone.event })
    expect(await updateOf(ctx, of(ref), week)).toMatchObject({ ...said, author: { handle: 'julie' } })
  }))

test('an edit is undone to what was posted', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const sent = { group, week, subject: `issue-${ref}`, ...said }
    await putUpdate(julie, sent)
    const { event } = await putUpdate(julie, { ...sent, confidence: 'very' })
    await undoEvent(julie, { group, event })
    expect(await updateOf(ctx, of(ref), week)).toMatchObject(said)
  }))

test('after a hand-over the new DRI changes the update, and becomes its author', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const sent = { group, week, subject: `issue-${ref}`, ...said }
    await putUpdate(julie, sent)
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'Half done.', atOnce: true })
    const { update } = await putUpdate(await as('cindy'), { ...sent, confidence: 'not' })
    expect(update).toMatchObject({ author: { handle: 'cindy' }, confidence: 'not', version: 2 })
  }))

test('what the DRI says on the issue is an update until the group posts its first one, and not from then on', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, other, julie] = [await active(ctx), await active(ctx), await as('julie')]
    const at = (day: string): Ctx => ({ ...julie, now: new Date(`${day}T12:00:00Z`) })
    const lastUpdate = async () => (await readIssue(ctx, { group, ref })).lastUpdateOn
    await commentOnIssue(at('2026-01-09'), { group, ref, body: 'Half done.' })
    expect(await lastUpdate()).toBe('2026-01-09')
    await putUpdate(at('2026-01-10'), { group, week, subject: `issue-${other}`, ...said })
    await commentOnIssue(at('2026-01-13'), { group, ref, body: 'Nearly done.' })
    expect(await lastUpdate()).toBe('2026-01-09')
    await putUpdate(at('2026-01-14'), { group, week: '2026-W03', subject: `issue-${ref}`, ...said })
    expect(await lastUpdate()).toBe('2026-01-14')
  }))
