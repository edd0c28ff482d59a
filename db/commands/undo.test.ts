import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { readIssue } from '../queries/issues.ts'
import { cardByRef } from '../queries/cards.ts'
import { listMyEvents } from '../queries/my-events.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { changeIssues } from './issues/bulk.ts'
import { commentOnIssue } from './issues/comment.ts'
import { acceptHandOver } from './hand-overs/answer.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { assignIssue } from './issues/assign.ts'
import { closeIssue, reopenIssue } from './issues/close.ts'
import { labelIssue } from './issues/labels.ts'
import { moveIssue } from './issues/move.ts'
import { planIssue, weighIssue } from './issues/plan.ts'
import { releaseIssue, takeIssue } from './issues/take.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::maintenance', 'workflow::ready for development', 'Deliverable']
const lane = async (ctx: Ctx, title: string) =>
  (await boardFacts(ctx, 'build')).columns.find((column) => column.title === title)?.id ?? ''

type Act = (ctx: Ctx, ref: number) => Promise<{ event: number }>
const ACTS: Record<string, Act> = {
  'a move between columns': async (ctx, ref) =>
    moveIssue(ctx, { group, board: 'build', ref, to: await lane(ctx, 'in dev') }),
  'a move to Closed': (ctx, ref) => moveIssue(ctx, { group, board: 'build', ref, to: 'closed' }),
  'a label': (ctx, ref) => labelIssue(ctx, { group, ref, add: ['workflow::in review', 'spike'] }),
  'a milestone': (ctx, ref) => planIssue(ctx, { group, ref, milestone: '18.9' }),
  'a weight': (ctx, ref) => weighIssue(ctx, { group, ref, weight: 3 }),
  assignees: (ctx, ref) => assignIssue(ctx, { group, ref, assignees: ['mohamed', 'cindy'] }),
  closing: (ctx, ref) => closeIssue(ctx, { group, ref, reason: 'moved' }),
}

for (const [name, act] of Object.entries(ACTS)) {
  test(`${name} is taken back, and everything is as it was`, () =>
    inWorld(async (ctx) => {
      const ref = await anIssue(ctx, { labels, dri: 'julie' })
      const before = await cardByRef(ctx, ref)
      const { event } = await act(ctx, ref)
      expect(await cardByRef(ctx, ref)).not.toEqual(before)
      await undoEvent(ctx, { group, event })
      expect(await cardByRef(ctx, ref)).toEqual(before)
    }))
}

test('an undo that takes something from work that was ready says so, as the act would; one that does not says nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    await weighIssue(ctx, { group, ref, weight: null })
    const weighed = await weighIssue(ctx, { group, ref, weight: 2 })
    const undo = await undoEvent(ctx, { group, event: weighed.event })
    expect(undo.warnings).toMatchObject([{ ref, code: 'weight_missing' }])
    const again = await undoEvent(ctx, { group, event: undo.event })
    expect(again.warnings).toEqual([])
  }))

test('taking, letting go, reordering and reopening are taken back too', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const [other, ref] = [await anIssue(ctx, { labels, dri: 'julie' }), await anIssue(ctx)]
    const free = await cardByRef(ctx, ref)
    await undoEvent(julie, { group, event: (await takeIssue(julie, { group, ref })).event })
    expect(await cardByRef(ctx, ref)).toEqual(free)
    const mine = (await takeIssue(julie, { group, ref })).card
    await undoEvent(julie, { group, event: (await releaseIssue(julie, { group, ref })).event })
    expect(await cardByRef(ctx, ref)).toEqual(mine)
    const third = await anIssue(ctx, { labels, dri: 'julie' })
    const place = await cardByRef(ctx, third)
    const ranked = await moveIssue(ctx, { group, board: 'build', ref: third, to: null, before: other })
    await undoEvent(ctx, { group, event: ranked.event })
    expect(await cardByRef(ctx, third)).toEqual(place)
    const closed = (await closeIssue(ctx, { group, ref, reason: 'duplicate' })).card
    await undoEvent(ctx, { group, event: (await reopenIssue(ctx, { group, ref })).event })
    expect(await cardByRef(ctx, ref)).toEqual(closed)
  }))

test('what another person changed since stays as it is, and the undo says so', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    const { event } = await weighIssue(julie, { group, ref, weight: 1 })
    await weighIssue(await as('cindy'), { group, ref, weight: 3 })
    await expect(undoEvent(julie, { group, event })).rejects.toMatchObject({
      code: 'conflict',
      facts: { rule: 'changed_since' },
    })
    expect(await cardByRef(ctx, ref)).toMatchObject({ weight: 3 })
  }))

test('a change of something else since is no obstacle', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    const { event } = await weighIssue(julie, { group, ref, weight: 1 })
    await labelIssue(await as('cindy'), { group, ref, add: ['spike'] })
    expect((await undoEvent(julie, { group, event })).cards[0]?.weight).toBe(2)
  }))

test('the acts of others, of the day before yesterday, and hand-overs that were accepted are not taken back', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    const { event } = await weighIssue(await as('cindy'), { group, ref, weight: 1 })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow('Only the person who made this change')
    const late = { ...(await as('cindy')), now: new Date(ctx.now.getTime() + 2 * 86_400_000) }
    await expect(undoEvent(late, { group, event })).rejects.toThrow('more than a day old')
    const given = { group, ref, from: 'julie', to: 'newick', context: 'See the last comment.' }
    await handOver(await as('julie'), given)
    const [waiting] = (await readIssue(ctx, { group, ref })).handOvers
    const newick = await as('newick')
    const handed = await acceptHandOver(newick, { group, ref, offer: waiting?.id ?? 0 })
    await expect(undoEvent(newick, { group, event: handed.event })).rejects.toThrow(
      'Ask for a hand-over in the other direction',
    )
    await expect(undoEvent(ctx, { group, event: 999_999 })).rejects.toMatchObject({ code: 'not_found' })
  }))

test('what I did in the last day is listed, each act with whether it can be taken back or why not', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    await weighIssue(julie, { group, ref, weight: 3 })
    await commentOnIssue(julie, { group, ref, body: 'Heavier than it looks.' })
    const reasons = async () =>
      (await listMyEvents(julie, {})).items.map(({ type, whyNotUndo }) => [type, whyNotUndo])
    expect(await reasons()).toEqual([
      ['issue.commented', null],
      ['issue.weighed', null],
    ])
    await weighIssue(ctx, { group, ref, weight: 1 })
    expect((await reasons())[1]).toEqual([
      'issue.weighed',
      'Mohamed Hamda changed the same thing since then. It stays as it is.',
    ])
    const tomorrow = { ...julie, now: new Date(julie.now.getTime() + 86_400_001) }
    expect((await listMyEvents(tomorrow, {})).items).toEqual([])
  }))

test('what belongs to one act is one line, however much it did, and acts are read page by page', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, a, b] = [await as('julie'), await anIssue(ctx), await anIssue(ctx)]
    await changeIssues(julie, { group, refs: [a, b], change: { what: 'weight', weight: 3 } })
    await commentOnIssue(julie, { group, ref: a, body: 'Now.\n\n/label ~spike\n/due 2026-01-09' })
    const first = await listMyEvents(julie, { limit: 1 })
    expect(first.items).toMatchObject([
      { type: 'issue.commented', parts: 3, issues: 1, also: [expect.any(String), expect.any(String)] },
    ])
    const second = await listMyEvents(julie, { limit: 1, cursor: first.next ?? '' })
    expect(second).toMatchObject({
      items: [{ type: 'issue.weighed', issue: a, parts: 2, issues: 2 }],
      next: null,
    })
    await weighIssue(ctx, { group, ref: a, weight: 1 })
    // One of the two can be taken back still, so that the act can.
    expect((await listMyEvents(julie, {})).items[1]?.whyNotUndo).toBeNull()
    await undoEvent(julie, { group, event: second.items[0]?.number ?? 0 })
    const [undone, , weighed] = (await listMyEvents(julie, {})).items
    expect(undone).toMatchObject({ type: 'issue.weighed', issue: b, whyNotUndo: null })
    expect(weighed?.whyNotUndo).not.toBeNull()
  }))
