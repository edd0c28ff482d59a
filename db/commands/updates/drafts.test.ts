import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { updatesOf } from '../../queries/updates.ts'
import { readWeekOfUpdates } from '../../queries/week-updates.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { closeIssue } from '../issues/close.ts'
import { discardDraft, saveDraft, takeOverDraft } from './drafts.ts'
import { putUpdate } from './post.ts'

const group = 'custom-models'
/** The week of the test’s world, 7 January 2026. */
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: 'Merge it', confidence: 'slightly' } as const

const active = (ctx: Ctx, dri = 'julie') => anIssue(ctx, { labels, dri })
const of = (ref: number) => ({ kind: 'issue' as const, ref })

test('a draft is its author’s alone', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const subject = `issue-${ref}`
    await saveDraft(julie, { group, week, subject, ...said, progress: 'Unfinished thought', version: 0 })
    expect(JSON.stringify(await readWeekOfUpdates(ctx, { week }))).not.toContain('Unfinished thought')
    const mine = (await readWeekOfUpdates(julie, { week })).mine.find((one) => one.subject === subject)
    expect(mine?.draft).toMatchObject({ progress: 'Unfinished thought', version: 1 })
    expect(await discardDraft(julie, { group, week, subject })).toEqual({ discarded: true })
    expect(await discardDraft(julie, { group, week, subject })).toEqual({ discarded: false })
  }))

test('of two devices that write one draft, the second is told what the first has saved', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const save = (progress: string, version: number) =>
      saveDraft(julie, { group, week, subject: `issue-${ref}`, ...said, progress, version })
    expect((await save('At the desk', 0)).draft.version).toBe(1)
    expect((await save('At the desk, more', 1)).draft.version).toBe(2)
    await expect(save('On the phone', 1)).rejects.toMatchObject({
      code: 'stale',
      facts: { yours: { progress: 'On the phone' }, theirs: { progress: 'At the desk, more' }, version: 2 },
    })
    await discardDraft(julie, { group, week, subject: `issue-${ref}` })
    await expect(save('Late', 2)).rejects.toMatchObject({ code: 'stale', facts: { theirs: null } })
    expect((await save('Late', 0)).draft.version).toBe(1)
  }))

/** The Sunday in which a week of the group’s calendar ends, and the Monday after it. */
test.each([
  { ends: '2026-W02', begins: '2026-W03', sunday: '2026-01-11T23:59:59Z', monday: '2026-01-12T00:00:00Z' },
  { ends: '2026-W53', begins: '2027-W01', sunday: '2027-01-03T23:59:59Z', monday: '2027-01-04T00:00:00Z' },
])(
  'a draft of $ends that was not posted is offered in $begins, and is taken over there by its author alone',
  ({ ends, begins, sunday, monday }) =>
    inWorld(async (ctx, { as }) => {
      const [ref, julie] = [await active(ctx), await as('julie')]
      const subject = `issue-${ref}`
      const [late, next] = [
        { ...julie, now: new Date(sunday) },
        { ...julie, now: new Date(monday) },
      ]
      const cardIn = async (reader: Ctx, asked: string) =>
        (await readWeekOfUpdates(reader, { week: asked })).mine.find((one) => one.subject === subject)
      await saveDraft(late, { group, week: ends, subject, ...said, progress: 'Half a thought', version: 0 })
      expect(await cardIn(late, ends)).toMatchObject({ draft: { progress: 'Half a thought' }, left: null })

      const offered = await cardIn(next, begins)
      expect(offered).toMatchObject({
        draft: null,
        update: null,
        left: {
          week: ends,
          progress: 'Half a thought',
          next: 'Merge it',
          confidence: 'slightly',
          version: 1,
        },
      })
      expect(offered?.proposed).not.toContain('Half a thought')
      expect(
        JSON.stringify(await readWeekOfUpdates({ ...ctx, now: next.now }, { week: begins })),
      ).not.toContain('Half a thought')

      const sent = { group, week: begins, subject, from: ends, fromVersion: 1, version: 0 }
      await expect(takeOverDraft({ ...(await as('cindy')), now: next.now }, sent)).rejects.toMatchObject({
        code: 'stale',
      })
      const { draft } = await takeOverDraft(next, sent)
      expect(draft).toMatchObject({
        progress: 'Half a thought',
        next: 'Merge it',
        confidence: null,
        version: 1,
      })
      expect(await cardIn(next, begins)).toMatchObject({ draft: { progress: 'Half a thought' }, left: null })
      expect(await updatesOf(ctx, of(ref))).toEqual([])
    }),
)

test('a draft of last week does not replace what was written since, unless that was read, and it can be discarded', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const subject = `issue-${await active(ctx)}`
    const monday = { ...julie, now: new Date('2026-01-12T09:00:00Z') }
    const now = '2026-W03'
    await saveDraft(julie, { group, week, subject, ...said, progress: 'Of last week', version: 0 })
    await saveDraft(monday, { group, week: now, subject, ...said, progress: 'Of this week', version: 0 })
    const cardNow = async () =>
      (await readWeekOfUpdates(monday, { week: now })).mine.find((one) => one.subject === subject)
    const sent = { group, week: now, subject, from: week, fromVersion: 1, version: 0 }
    const unread = [sent, { ...sent, version: 1, fromVersion: 2 }, { ...sent, version: 2 }]
    for (const one of unread)
      await expect(takeOverDraft(monday, one)).rejects.toMatchObject({ code: 'stale' })
    const both = { draft: { progress: 'Of this week' }, left: { progress: 'Of last week' } }
    expect(await cardNow()).toMatchObject(both)
    await putUpdate(monday, { group, week: now, subject, ...said, progress: 'Posted' })
    expect(await cardNow()).toMatchObject({ draft: null, update: { progress: 'Posted' }, left: both.left })
    await discardDraft(monday, { group, week, subject })
    expect(await cardNow()).toMatchObject({ draft: null, left: null })
  }))

test('what was begun is taken over into the week that runs, from an earlier one', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const sent = { group, subject: `issue-${await active(ctx)}`, fromVersion: 1, version: 0 }
    await expect(takeOverDraft(julie, { ...sent, week: '2026-W01', from: '2025-W52' })).rejects.toThrow(
      'Updates of week 1 can no longer be changed. It is week 2.',
    )
    await expect(takeOverDraft(julie, { ...sent, week, from: week })).rejects.toThrow(
      'A draft of week 2 is not one of an earlier week.',
    )
  }))

test('a draft stays in sight when its issue is closed, as long as its author drives it', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    const subject = `issue-${ref}`
    await saveDraft(julie, { group, week, subject, ...said, progress: 'Merged it', version: 0 })
    await closeIssue(ctx, { group, ref, reason: 'done' })
    const cardIn = async (reader: Ctx) =>
      (await readWeekOfUpdates(reader, { week })).mine.find((one) => one.subject === subject)
    expect(await cardIn(julie)).toMatchObject({ active: false, draft: { progress: 'Merged it' } })
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'Closed.', atOnce: true })
    expect(await cardIn(julie)).toBeUndefined()
    expect(JSON.stringify(await readWeekOfUpdates(await as('cindy'), { week }))).not.toContain('Merged it')
  }))
