import { expect, test } from 'vitest'
import { lowerHand, raiseHand, stopHelping, helpHand } from '../commands/hands/hands.ts'
import { undoEvent } from '../commands/undo.ts'
import { putUpdate } from '../commands/updates/post.ts'
import type { Ctx } from '../context.ts'
import { cardByRef } from '../queries/cards.ts'
import { openHands } from '../queries/hands.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { asOf, EVERYTHING } from './as-of.ts'

const group = 'custom-models'
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: 'Merge it' }

const later = (ctx: Ctx, minutes: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
})

test('a card of then shows the hand and the confidence of then', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    const [other, subject] = [await anIssue(ctx, { labels, dri: 'julie' }), `issue-${ref}`]
    const put = (minutes: number, confidence: 'very' | 'not') =>
      putUpdate(later(julie, minutes), {
        group,
        week,
        subject,
        ...said,
        confidence,
        version: minutes > 10 ? 1 : undefined,
      })
    await put(10, 'very')
    const { hand } = await raiseHand(later(julie, 20), { group, kind: 'stuck', ask: 'Help.', subject })
    await raiseHand(later(julie, 20), { group, kind: 'stuck', ask: 'Help.', subject: `issue-${other}` })
    await put(30, 'not')
    await lowerHand(later(julie, 40), { group, hand: hand.id, how: 'Paired on it.' })

    const shown = async (at: Ctx) => {
      const card = await asOf(later(ctx, 60), at.now, EVERYTHING, (past) => cardByRef(past, ref))
      return [card?.handRaised, card?.confident]
    }
    expect(await shown(later(ctx, 5))).toEqual([false, null])
    expect(await shown(later(ctx, 15))).toEqual([false, 'very'])
    expect(await shown(later(ctx, 25))).toEqual([true, 'very'])
    expect(await shown(later(ctx, 35))).toEqual([true, 'not'])
    expect(await shown(later(ctx, 45))).toEqual([false, 'not'])
    const now = await cardByRef(later(ctx, 60), ref)
    expect([now?.handRaised, now?.confident]).toEqual([false, 'not'])
  }))

test('who helped then is told of hands of then, and what was taken back never was', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const subject = `issue-${await anIssue(ctx, { labels, dri: 'julie' })}`
    const { hand } = await raiseHand(julie, { group, kind: 'stuck', ask: 'Help.', subject })
    await helpHand(later(cindy, 10), { group, hand: hand.id })
    await stopHelping(later(cindy, 20), { group, hand: hand.id })
    const helpers = (at: number) =>
      asOf(later(ctx, 60), later(ctx, at).now, EVERYTHING, async (past) =>
        (await openHands(past)).map(({ helper }) => helper?.handle ?? null),
      )
    expect(await helpers(15)).toEqual(['cindy'])
    expect(await helpers(25)).toEqual([null])
    const second = await raiseHand(later(julie, 30), { group, kind: 'stuck', ask: 'More.', subject })
    await undoEvent(later(julie, 40), { group, event: second.event })
    expect(await helpers(35)).toEqual([null])
  }))
