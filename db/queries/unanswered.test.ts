import { expect, test } from 'vitest'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { addTimeOff } from '../commands/time-off.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { unansweredMentions, workingLives } from './unanswered.ts'

const group = 'custom-models'
const ask = (ctx: Ctx, ref: number, body = '@julie which?') => commentOnIssue(ctx, { group, ref, body })
const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
})
const waiting = async (ctx: Ctx) =>
  (await unansweredMentions(ctx)).map(({ issue, person }) => `#${issue} ${person.name}`)

test('a mention waits until the person answers on that issue, the oldest first', () =>
  inWorld(async (ctx, { as }) => {
    const [first, second] = [await anIssue(ctx), await anIssue(ctx)]
    await ask(ctx, second, '@cindy which?')
    await ask(later(ctx, 1), first)
    expect(await waiting(later(ctx, 2))).toEqual([`#${second} Cindy Halim`, `#${first} Julie Huang`])
    await commentOnIssue(later(await as('julie'), 2), { group, ref: first, body: 'The second.' })
    expect(await waiting(later(ctx, 3))).toEqual([`#${second} Cindy Halim`])
  }))

test('on closed work no answer is waited for, until it opens again', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await ask(ctx, ref)
    await closeIssue(ctx, { group, ref })
    expect(await waiting(ctx)).toEqual([])
    await reopenIssue(ctx, { group, ref })
    expect(await waiting(ctx)).toEqual([`#${ref} Julie Huang`])
  }))

test('a mention is waited for through sixty days, and one is found by its number', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await ask(ctx, ref)
    await ask(later(ctx, 1), ref, '@cindy and you?')
    expect(await waiting(later(ctx, 60))).toHaveLength(2)
    expect(await waiting(later(ctx, 60.5))).toEqual([`#${ref} Cindy Halim`])
    const [one] = await unansweredMentions(ctx)
    expect(await unansweredMentions(ctx, one?.id ?? 0)).toEqual([one])
    expect(await unansweredMentions(ctx, 900_000)).toEqual([])
  }))

test('a person works on the days of their week on which they are not away, in the zone of the group', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, {
      group,
      from: '2026-01-05',
      to: '2026-01-06',
      kind: 'vacation',
      untilNoon: true,
    })
    const life = await (await workingLives(ctx, [julie.actor.id ?? '']))(julie.actor.id ?? '')
    const days = ['2026-01-02', '2026-01-03', '2026-01-05', '2026-01-06', '2026-01-07']
    expect(days.map(life.works), 'half a day of work is a day on which to answer').toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
    expect(life).toMatchObject({ zone: 'UTC', quiet: null, lastOn: '2026-01-08' })
  }))

test('a person who set a zone and quiet hours of their own is asked within those', () =>
  inWorld(async (ctx, { as }) => {
    const id = (await as('julie')).actor.id ?? ''
    await ctx.db.query(
      `insert into person_settings (person_id, quiet_from, quiet_to, zone) values ($1, '18:00', '08:00', 'Asia/Tokyo')
        on conflict (person_id) do update set quiet_from = '18:00', quiet_to = '08:00', zone = 'Asia/Tokyo'`,
      [id],
    )
    const life = await (await workingLives(ctx, [id]))(id)
    expect(life).toMatchObject({ zone: 'Asia/Tokyo', quiet: { from: '18:00', to: '08:00' } })
  }))
