import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { cardByRef } from '../../queries/cards.ts'
import { listEvents } from '../../queries/events.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { changeIssues } from './bulk.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { commentOnIssue } from './comment.ts'
import { labelIssue } from './labels.ts'
import { setWait } from './wait.ts'

const group = 'custom-models'
const blocked = { need: 'the price list', from: 'Purchasing' }
const label = 'workflow::blocked'
const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
})
const newestSentence = async (ctx: Ctx, issue: number) =>
  (await listEvents(ctx, { group, issue, limit: 1 })).items[0]?.sentence
const waits = async (ctx: Ctx, ref: number) => (await cardByRef(ctx, ref))?.blocked

const aBlocked = async (ctx: Ctx) => {
  const ref = await anIssue(ctx)
  await labelIssue(ctx, { group, ref, add: [label], blocked })
  return ref
}

test('the record says what a blocked issue waits for and, when it goes on, how long it waited', () =>
  inWorld(async (ctx) => {
    const ref = await aBlocked(ctx)
    expect(await newestSentence(ctx, ref)).toContain('; it is blocked on the price list from Purchasing.')
    await labelIssue(later(ctx, 3.2), { group, ref, add: ['workflow::in dev'] })
    expect(await newestSentence(ctx, ref)).toContain('; it was blocked for 3 days.')
    expect(await waits(ctx, ref)).toBeNull()
  }))

test('closing ends the wait, opening again waits for the same, and an undo waits as before', () =>
  inWorld(async (ctx) => {
    const ref = await aBlocked(ctx)
    const { event } = await closeIssue(later(ctx, 2), { group, ref })
    expect(await newestSentence(ctx, ref)).toContain('done; it was blocked for 2 days.')
    expect(await waits(ctx, ref)).toBeNull()
    await undoEvent(later(ctx, 2.5), { group, event })
    const { rows } = await ctx.db.query(
      'select since_at as since, until_at as until from blocks where issue_number = $1',
      [ref],
    )
    expect(rows).toEqual([{ since: ctx.now, until: null }])
    await closeIssue(later(ctx, 4), { group, ref })
    await reopenIssue(later(ctx, 5), { group, ref })
    expect(await waits(ctx, ref)).toEqual(blocked)
    expect(await newestSentence(ctx, ref)).toContain(
      'reopened this issue; it is blocked on the price list from Purchasing.',
    )
  }))

test('what it waits for is said anew, with its event, and taken back', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await aBlocked(ctx)
    const to = { need: 'a decision', from: 'Legal' }
    const { card, event } = await setWait(await as('julie'), { group, ref, ...to })
    expect(card.blocked).toEqual(to)
    expect(await newestSentence(ctx, ref)).toBe(
      'Julie Huang updated the blocker: this issue is blocked on a decision from Legal.',
    )
    await undoEvent(await as('julie'), { group, event })
    expect(await waits(ctx, ref)).toEqual(blocked)
  }))

test('an issue that is not blocked waits for nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await expect(setWait(ctx, { group, ref, ...blocked })).rejects.toMatchObject({
      facts: { rule: 'not_blocked' },
    })
  }))

test('a text says what it waits for; the bare label is refused with the words that do', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const say = (body: string) => commentOnIssue(ctx, { group, ref, body })
    await expect(say(`/label ~"${label}"`)).rejects.toThrow('/blocked the price list from Purchasing')
    await expect(say(`/relabel ~"${label}"`)).rejects.toMatchObject({ facts: { rule: 'need_missing' } })
    await say('/blocked an answer from support from Legal')
    expect(await waits(ctx, ref)).toEqual({ need: 'an answer from support', from: 'Legal' })
    await say('/blocked a signature')
    expect(await waits(ctx, ref)).toEqual({ need: 'a signature', from: '' })
    await say(`/label ~"${label}" ~spike`)
  }))

test('many issues are blocked by the same', () =>
  inWorld(async (ctx) => {
    const refs = [await anIssue(ctx), await anIssue(ctx)]
    await changeIssues(ctx, { group, refs, change: { what: 'labels', add: [label], blocked } })
    expect(await Promise.all(refs.map((ref) => waits(ctx, ref)))).toEqual([blocked, blocked])
  }))

test('an issue that is blocked from the start says by what', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: [label], blocked })
    expect(await waits(ctx, ref)).toEqual(blocked)
    expect(await newestSentence(ctx, ref)).toBe(
      'Mohamed Hamda created this issue, “Slow model list”; it is blocked on the price list from Purchasing.',
    )
  }))
