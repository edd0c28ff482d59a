import { expect, test } from 'vitest'
import { milestoneFreeze } from '../../jobs/milestone-freeze.ts'
import { runOnce } from '../../jobs/run.ts'
import { type Ctx, THE_CLOCK } from '../../context.ts'
import { listOutcomes } from '../../queries/outcomes.ts'
import { readSayDo } from '../../queries/say-do.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeIssue, reopenIssue } from '../issues/close.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue, weighIssue } from '../issues/plan.ts'
import { changeLabel } from '../labels.ts'
import { editMilestone } from '../milestones.ts'
import { undoEvent } from '../undo.ts'

const group = 'custom-models'
/** It begins three days after the noon of the test's world. */
const milestone = '18.9'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 5 }

const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
const within = (ctx: Ctx) => at(ctx, '2026-01-20T12:00:00Z')
const promised = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', milestone, ...more })

/** What is frozen by the look of a job, a week after the end unless a test says otherwise. */
async function frozen(ctx: Ctx, now = '2026-02-21T09:30:00Z') {
  const clock: Ctx = { ...ctx, actor: THE_CLOCK, now: new Date(now) }
  for (const period of await milestoneFreeze.owed(clock, TURNS)) await runOnce(milestoneFreeze, clock, period)
  const { sums, items, frozenAt } = await listOutcomes(clock, { milestone })
  const byRef = new Map(items.map((one) => [one.ref, one]))
  return { sums, frozenAt, of: (ref: number) => byRef.get(ref) ?? null }
}

test('7 of 10 are 70 %, and what was frozen says when', () =>
  inWorld(async (ctx) => {
    const refs: number[] = []
    for (let count = 0; count < 10; count += 1) refs.push(await promised(ctx))
    for (const ref of refs.slice(0, 7)) await closeIssue(within(ctx), { group, ref, reason: 'done' })
    const { sums, frozenAt } = await frozen(ctx)
    expect(sums).toMatchObject({ assigned: 10, completed: 7, percent: 70 })
    expect(frozenAt).toBe('2026-02-14T00:00:00.000Z')
  }))

test('where nothing was assigned there is no ratio', () =>
  inWorld(async (ctx) => {
    const { sums, frozenAt } = await frozen(ctx)
    expect(sums).toMatchObject({ assigned: 0, completed: 0, percent: null })
    expect(frozenAt).not.toBeNull()
  }))

test('closed at 23:59:59 of the due day in the zone of the group counts, a second later does not', async () => {
  const ends = {
    UTC: '2026-02-13T23:59:59Z',
    'Asia/Kathmandu': '2026-02-13T18:14:59Z',
    'America/St_Johns': '2026-02-14T03:29:59Z',
    'Pacific/Apia': '2026-02-13T10:59:59Z',
  }
  for (const [zone, end] of Object.entries(ends))
    await inWorld(async (begun) => {
      const ctx = { ...begun, group: { ...begun.group, zone } }
      const [inTime, late] = [await promised(ctx), await promised(ctx)]
      await closeIssue(at(ctx, end), { group, ref: inTime, reason: 'done' })
      const next = new Date(Date.parse(end) + 1000).toISOString()
      await closeIssue(at(ctx, next), { group, ref: late, reason: 'done' })
      const { of } = await frozen(ctx)
      expect([of(inTime)?.outcome, of(late)?.outcome], zone).toEqual(['completed', 'slipped'])
    })
})

test('closed as moved or won’t do does not count', () =>
  inWorld(async (ctx) => {
    const [moved, dropped] = [await promised(ctx), await promised(ctx)]
    await closeIssue(within(ctx), { group, ref: moved, reason: 'moved' })
    await closeIssue(within(ctx), { group, ref: dropped, reason: 'wont_do' })
    const { of, sums } = await frozen(ctx)
    expect([of(moved)?.outcome, of(dropped)?.outcome, sums.percent]).toEqual(['slipped', 'slipped', 0])
  }))

test('reopened before the end does not count, reopened after it still counts', () =>
  inWorld(async (ctx) => {
    const [before, after] = [await promised(ctx), await promised(ctx)]
    for (const ref of [before, after]) await closeIssue(within(ctx), { group, ref, reason: 'done' })
    await reopenIssue(at(ctx, '2026-02-13T23:59:59Z'), { group, ref: before })
    await reopenIssue(at(ctx, '2026-02-14T00:00:00Z'), { group, ref: after })
    const { of } = await frozen(ctx)
    expect([of(before)?.outcome, of(after)?.outcome]).toEqual(['slipped', 'completed'])
  }))

test('a label taken off during the milestone keeps no promise, taken off before the start none was made', () =>
  inWorld(async (ctx) => {
    const [during, before] = [await promised(ctx), await promised(ctx)]
    await labelIssue(ctx, { group, ref: before, remove: ['Deliverable'] })
    await labelIssue(within(ctx), { group, ref: during, remove: ['Deliverable'] })
    const { of } = await frozen(ctx)
    expect(of(before)).toBeNull()
    expect(of(during)).toMatchObject({ outcome: 'slipped', atStart: true })
  }))

test('within a second of the start it is the start that decides', () =>
  inWorld(async (ctx) => {
    const [before, then] = [await promised(ctx), await promised(ctx)]
    const off = (ref: number, moment: string) =>
      labelIssue(at(ctx, moment), { group, ref, remove: ['Deliverable'] })
    await off(before, '2026-01-09T23:59:59.999Z')
    await off(then, '2026-01-10T00:00:00.000Z')
    const late = await promised(at(ctx, '2026-01-10T00:00:00.001Z'))
    const { of } = await frozen(ctx)
    expect(of(before)).toBeNull()
    expect(of(then)).toMatchObject({ atStart: true })
    expect(of(late)).toMatchObject({ atStart: false })
  }))

test('moved away, also the day after the end, it is still assigned to the milestone that promised it', () =>
  inWorld(async (ctx) => {
    const [during, after] = [await promised(ctx), await promised(ctx)]
    const away = { group, milestone: 'backlog', withoutDeliverable: true }
    await planIssue(within(ctx), { ...away, ref: during })
    await planIssue(at(ctx, '2026-02-14T08:00:00Z'), { ...away, ref: after })
    const { of } = await frozen(ctx)
    expect([of(during)?.outcome, of(after)?.outcome]).toEqual(['slipped', 'slipped'])
  }))

test('a renamed label or milestone changes nothing, a label of another meaning ends the stay', () =>
  inWorld(async (ctx) => {
    const label = async (meaning: string) =>
      (
        await ctx.db.query<{ id: number }>('select id from labels where group_id = 1 and meaning = $1', [
          meaning,
        ])
      ).rows[0]?.id ?? 0
    const ref = await promised(ctx)
    await changeLabel(ctx, { group, label: await label('deliverable'), title: 'Promise' })
    await editMilestone(ctx, { group, milestone, title: '19.0' })
    const spans = async () =>
      (
        await ctx.db.query<{ open: boolean }>(
          'select until_at is null as open from build_spans where group_id = 1 and issue_number = $1',
          [ref],
        )
      ).rows
    expect(await spans()).toEqual([{ open: true }])
    const deliverable = await label('deliverable')
    const { event } = await changeLabel(ctx, { group, label: deliverable, meaning: null })
    expect(await spans()).toEqual([{ open: false }])
    await undoEvent(ctx, { group, event })
    expect(await spans()).toEqual([{ open: true }])
    const { of } = await frozen(ctx)
    expect(of(ref)).toMatchObject({ outcome: 'slipped', atStart: true })
  }))

test('of an issue that was weighed anew in the middle the weight of the end counts, beside the first one', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx, { weight: 2 })
    await weighIssue(within(ctx), { group, ref, weight: 3 })
    await weighIssue(at(ctx, '2026-02-14T10:00:00Z'), { group, ref, weight: 1 })
    const { of, sums } = await frozen(ctx)
    expect(of(ref)).toMatchObject({ weight: 3, firstWeight: 2, type: 'bug', dri: { handle: 'julie' } })
    expect(sums.assignedWeight).toBe(3)
  }))

test('undo leaves no trace in the ratio', () =>
  inWorld(async (ctx) => {
    const ready = labels.filter((label) => label !== 'Deliverable')
    const [added, off, done, mistaken] = [
      await promised(ctx, { labels: ready }),
      await promised(ctx),
      await promised(ctx),
      await promised(within(ctx)),
    ]
    const undo = (event: number) => undoEvent(within(ctx), { group, event })
    await undo((await labelIssue(within(ctx), { group, ref: added, add: ['Deliverable'] })).event)
    await undo((await labelIssue(within(ctx), { group, ref: off, remove: ['Deliverable'] })).event)
    await undo((await closeIssue(within(ctx), { group, ref: done, reason: 'done' })).event)
    const { rows } = await ctx.db.query<{ number: number }>(
      `select number from events where group_id = 1 and issue_number = $1 and type = 'issue.created'`,
      [mistaken],
    )
    await undo(rows[0]?.number ?? 0)
    const { of, sums } = await frozen(ctx)
    expect([of(added), of(mistaken)]).toEqual([null, null])
    expect([of(off)?.outcome, of(done)?.outcome, sums.assigned]).toEqual(['slipped', 'slipped', 2])
  }))

test('who drove it and whose it was is told as of the end, also by a look a week later', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx, { team: 'gateway-services' })
    await labelIssue(at(ctx, '2026-02-15T09:00:00Z'), { group, ref, add: ['type::feature'] })
    const { of } = await frozen(ctx)
    expect(of(ref)).toMatchObject({ type: 'bug', team: 'Gateway Services' })
  }))

test('the days of a milestone that has ended stay as they are, and so does an edit of them that is undone', () =>
  inWorld(async (ctx) => {
    const { event } = await editMilestone(at(ctx, '2026-02-13T10:00:00Z'), {
      group,
      milestone,
      dueOn: '2026-02-12',
    })
    await frozen(ctx, '2026-02-14T08:00:00Z')
    const later = at(ctx, '2026-02-14T09:00:00Z')
    const because = '18.9 has ended. Its dates no longer change.'
    await expect(editMilestone(later, { group, milestone, dueOn: '2026-02-20' })).rejects.toThrow(because)
    await expect(undoEvent(later, { group, event })).rejects.toThrow(because)
    await editMilestone(later, { group, milestone, title: '19.0' })
  }))

test('what comes after the end changes no number and is told as a note, but for what was taken back', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx, { weight: 2 })
    const later = at(ctx, '2026-02-14T10:00:00Z')
    await frozen(ctx, '2026-02-14T08:00:00Z')
    await weighIssue(later, { group, ref, weight: 3 })
    await closeIssue(later, { group, ref, reason: 'done' })
    const { event } = await reopenIssue(later, { group, ref })
    await undoEvent(later, { group, event })
    const { notes, slipped, definitions } = await readSayDo(at(ctx, '2026-02-14T12:00:00Z'), { milestone })
    expect(notes.map(({ text }) => text)).toEqual([
      'Closed as done after the end.',
      'Weight changed from 2 to 3 after the end.',
    ])
    expect(slipped).toEqual([ref])
    expect(definitions.map(({ said }) => said)).toContain(2)
  }))

test('an issue that was created by mistake and taken back is assigned from the moment at which it is opened again', () =>
  inWorld(async (ctx) => {
    const ref = await promised(ctx)
    const { rows } = await ctx.db.query<{ number: number }>(
      `select number from events where group_id = 1 and issue_number = $1 and type = 'issue.created'`,
      [ref],
    )
    await undoEvent(ctx, { group, event: rows[0]?.number ?? 0 })
    await reopenIssue(within(ctx), { group, ref })
    const { of } = await frozen(ctx)
    expect(of(ref)).toMatchObject({ outcome: 'slipped', atStart: false })
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(tables).toEqual(ledger)
  }))
