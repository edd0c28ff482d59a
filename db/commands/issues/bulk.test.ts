import { expect, test, vi } from 'vitest'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import { undoEvent } from '../undo.ts'
import { createEpic } from '../epics.ts'
import { lastEvent } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { changeIssues } from './bulk.ts'

const group = 'custom-models'

test('one thing of many issues is changed, each with an event of its own, and all of it is taken back', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Health check' })
    const refs = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
    const changes: BulkChange[] = [
      { what: 'milestone', milestone: '18.9' },
      { what: 'labels', add: ['type::bug'], remove: ['workflow::ready for development'] },
      { what: 'weight', weight: 3 },
      { what: 'assign', person: 'julie' },
      { what: 'epic', epic },
      { what: 'team', team: 'model-selection' },
      { what: 'health', health: 'at_risk' },
      { what: 'due', due: '2026-02-01' },
      { what: 'confidential', confidential: true },
      { what: 'close', reason: 'duplicate', duplicateOf: await anIssue(ctx) },
      { what: 'close', reason: 'moved' },
    ]
    const before = await Promise.all(refs.map((ref) => readIssue(ctx, { group, ref })))
    for (const change of changes) {
      const { done, refused } = await changeIssues(ctx, { group, refs, change })
      expect([change.what, refused, done.map(({ card }) => card.ref)]).toEqual([change.what, [], refs])
      expect(new Set(done.map(({ event }) => event)).size).toBe(3)
      const back = await undoEvent(ctx, { group, event: done[1]?.event ?? 0 })
      expect([change.what, back.refused]).toEqual([change.what, []])
    }
    const after = await Promise.all(refs.map((ref) => readIssue(ctx, { group, ref })))
    expect(after.map(({ labels }) => labels)).toEqual(before.map(({ labels }) => labels))
    expect(after).toMatchObject(before.map(({ milestone, weight, state }) => ({ milestone, weight, state })))
    await changeIssues(ctx, { group, refs, change: { what: 'dri', person: 'cindy' } })
    expect((await readIssue(ctx, { group, ref: refs[0] ?? 0 })).dri).toBe('cindy')
  }))

test('what is refused, what is not there and what is so already is told issue by issue; the others change', () =>
  inWorld(async (ctx) => {
    const [open, closed, heavy] = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx, { weight: 3 })]
    const closing = { what: 'close', reason: 'done' } as const
    await changeIssues(ctx, { group, refs: [closed], change: closing })
    const report = await changeIssues(ctx, { group, refs: [open, closed, 999_999], change: closing })
    expect(report.done.map(({ card }) => card.ref)).toEqual([open])
    expect(report.refused).toEqual([
      { ref: closed, because: `#${closed} is already closed.`, rule: 'closed' },
      { ref: 999_999, because: 'Issue #999999 was not found, or you have no access.' },
    ])
    const before = await lastEvent(ctx)
    const same = await changeIssues(ctx, { group, refs: [heavy], change: { what: 'weight', weight: 3 } })
    expect(same).toEqual({
      done: [],
      refused: [{ ref: heavy, because: 'No change needed.', rule: 'unchanged' }],
    })
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('a right that a person lacks is lacked for each issue alike', () =>
  inWorld(async (ctx, { as }) => {
    const refs = [await anIssue(ctx), await anIssue(ctx)]
    const report = await changeIssues(await as('julie'), {
      group,
      refs,
      change: { what: 'labels', add: ['Deliverable'] },
    })
    expect(report.done).toEqual([])
    expect(report.refused.map(({ because }) => because)).toEqual([
      'Only the engineering manager sets Deliverable.',
      'Only the engineering manager sets Deliverable.',
    ])
  }))

test('five hundred issues leave five hundred events, and the database is asked ten times for each at most', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx)
    await ctx.db.query(
      `insert into issues (group_id, number, title, rank, plan_rank, created_at, updated_at)
        select 1, 100000 + n, 'Many ' || n, 'zz' || lpad(n::text, 6, '0'), 'zz' || lpad(n::text, 6, '0'), $1, $1 from generate_series(1, 500) n`,
      [ctx.now],
    )
    const refs = Array.from({ length: 500 }, (_, at) => 100_001 + at)
    const before = await lastEvent(ctx)
    const asked = vi.spyOn(ctx.db, 'query')
    const { done } = await changeIssues(ctx, {
      group,
      refs,
      change: { what: 'milestone', milestone: '18.9' },
    })
    expect(asked.mock.calls.length).toBeLessThanOrEqual(500 * 10)
    expect([done.length, (await lastEvent(ctx)) - before]).toEqual([500, 500])
  }))
