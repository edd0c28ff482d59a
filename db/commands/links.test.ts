import { expect, test } from 'vitest'
import type { LinkRole } from '#lib/domain/links.ts'
import type { Ctx } from '../context.ts'
import { cardByRef } from '../queries/cards.ts'
import { listEvents } from '../queries/events.ts'
import { listLinks } from '../queries/links.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { closeIssue } from './issues/close.ts'
import { setFact } from './issues/set-fact.ts'
import { moveIssue } from './issues/move.ts'
import { addLink, removeLink } from './links.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const seen = async (ctx: Ctx, ref: number) =>
  (await listLinks(ctx, { group, ref })).items.map(({ role, other }): [LinkRole, number] => [role, other.ref])
const newestSentence = async (ctx: Ctx, ref: number) =>
  (await listEvents(ctx, { group, issue: ref, limit: 1 })).items[0]?.sentence

test('a link is shown and told on both issues, from the side of each', () =>
  inWorld(async (ctx) => {
    const [ours, theirs] = [await anIssue(ctx), await anIssue(ctx)]
    await addLink(ctx, { group, ref: ours, role: 'blocked_by', other: theirs })
    expect(await seen(ctx, ours)).toEqual([['blocked_by', theirs]])
    expect(await seen(ctx, theirs)).toEqual([['blocks', ours]])
    expect(await newestSentence(ctx, ours)).toBe(
      `Mohamed Hamda added a link: this issue is blocked by #${theirs}.`,
    )
    expect(await newestSentence(ctx, theirs)).toBe(`Mohamed Hamda added a link: this issue blocks #${ours}.`)
  }))

test('a link is taken away from either side, once', () =>
  inWorld(async (ctx) => {
    const [ours, theirs] = [await anIssue(ctx), await anIssue(ctx)]
    for (const role of ['blocks', 'relates', 'duplicated_by'] as const) {
      await addLink(ctx, { group, ref: ours, role, other: theirs })
    }
    await removeLink(ctx, { group, ref: theirs, role: 'blocked_by', other: ours })
    await removeLink(ctx, { group, ref: theirs, role: 'relates', other: ours })
    await removeLink(ctx, { group, ref: theirs, role: 'duplicates', other: ours })
    expect(await seen(ctx, ours)).toEqual([])
    await expect(removeLink(ctx, { group, ref: ours, role: 'blocks', other: theirs })).rejects.toThrow(
      `#${ours} and #${theirs} no longer have this link.`,
    )
  }))

test('neither itself, nor twice, nor in a circle', () =>
  inWorld(async (ctx) => {
    const [a, b, c] = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
    await addLink(ctx, { group, ref: a, role: 'blocks', other: b })
    await addLink(ctx, { group, ref: b, role: 'blocks', other: c })
    for (const [ref, other, message] of [
      [a, a, 'cannot link to itself'],
      [a, b, 'already exists'],
      [b, a, 'would make a circle'],
      [c, a, 'would make a circle'],
    ] as const) {
      await expect(addLink(ctx, { group, ref, role: 'blocks', other })).rejects.toThrow(message)
    }
    await addLink(ctx, { group, ref: a, role: 'blocks', other: c })
  }))

test('both adding and removing are taken back, unless the link has changed since', () =>
  inWorld(async (ctx) => {
    const [ours, theirs] = [await anIssue(ctx), await anIssue(ctx)]
    const { event } = await addLink(ctx, { group, ref: ours, role: 'relates', other: theirs })
    const removed = await removeLink(ctx, { group, ref: ours, role: 'relates', other: theirs })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow('no longer have this link')
    await undoEvent(ctx, { group, event: removed.event })
    expect(await seen(ctx, theirs)).toEqual([['relates', ours]])
    await undoEvent(ctx, { group, event })
    expect(await seen(ctx, theirs)).toEqual([])
  }))

test('a stakeholder neither links nor learns what a visible issue has to do with a confidential one', () =>
  inWorld(async (ctx, { as }) => {
    const [open, secret] = [await anIssue(ctx), await anIssue(ctx, { title: 'Leaks a token' })]
    await addLink(ctx, { group, ref: open, role: 'blocked_by', other: secret })
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    const cindy = await as('cindy')
    await expect(addLink(cindy, { group, ref: open, role: 'relates', other: secret })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await seen(cindy, open)).toEqual([['blocked_by', secret]])
    await setFact(ctx, secret, 'confidential', true)
    expect(await seen(cindy, open)).toEqual([])
    expect(await newestSentence(cindy, open)).toContain('created this issue')
    await expect(listLinks(cindy, { group, ref: secret })).rejects.toMatchObject({ code: 'not_found' })
    expect(await seen(ctx, open)).toEqual([['blocked_by', secret]])
  }))

test('what is closed as a duplicate is linked with its original, and an undo takes both back', () =>
  inWorld(async (ctx) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
    const original = await anIssue(ctx)
    const closings = [
      (ref: number) => closeIssue(ctx, { group, ref, reason: 'duplicate', duplicateOf: original }),
      (ref: number) =>
        moveIssue(ctx, {
          group,
          board: 'build',
          ref,
          to: 'closed',
          closeReason: 'duplicate',
          duplicateOf: original,
        }),
    ]
    for (const close of closings) {
      const ref = await anIssue(ctx, { labels, dri: 'julie' })
      const { card, event } = await close(ref)
      expect(card).toMatchObject({ state: 'closed', closeReason: 'duplicate' })
      expect(await seen(ctx, original)).toEqual([['duplicated_by', ref]])
      await undoEvent(ctx, { group, event })
      expect(await cardByRef(ctx, ref)).toMatchObject({ state: 'open' })
      expect(await seen(ctx, original)).toEqual([])
    }
  }))

test('an original is refused where nothing is a duplicate, and where it does not exist', () =>
  inWorld(async (ctx) => {
    const [ref, original] = [await anIssue(ctx), await anIssue(ctx)]
    await expect(closeIssue(ctx, { group, ref, reason: 'done', duplicateOf: original })).rejects.toThrow(
      'Only a duplicate has an original',
    )
    await expect(
      closeIssue(ctx, { group, ref, reason: 'duplicate', duplicateOf: 99_999 }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(closeIssue(ctx, { group, ref, reason: 'duplicate', duplicateOf: ref })).rejects.toThrow(
      'cannot link to itself',
    )
    expect(await cardByRef(ctx, ref)).toMatchObject({ state: 'open' })
  }))
