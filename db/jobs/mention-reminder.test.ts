import { describe, expect, test } from 'vitest'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createIssue } from '../commands/issues/create.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { editComment, reactToComment } from '../commands/comments.ts'
import { saveSettings } from '../commands/settings.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { listEvents } from '../queries/events.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { listPings } from '../queries/pings.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { mentionReminder } from './mention-reminder.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 4 }
const at = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) })

/** How many people are reminded by then. */
async function remind(ctx: Ctx, now: string, zone = 'UTC'): Promise<number> {
  const clock: Ctx = { ...at(ctx, now), actor: THE_CLOCK, group: { ...ctx.group, zone } }
  let done = 0
  for (const period of await mentionReminder.owed(clock, TURNS))
    if (await runOnce(mentionReminder, clock, period)) done += 1
  return done
}

/** Julie is mentioned on Wednesday noon, on an issue of the group. */
async function mention(
  ctx: Ctx,
  body = 'What do you think, @julie?',
): Promise<{ ref: number; comment: number }> {
  const ref = await anIssue(ctx)
  const { comment } = await commentOnIssue(ctx, { group, ref, body })
  return { ref, comment: comment ?? 0 }
}

describe('a mention without an answer', () => {
  test('is reminded of once, a working day later, where it can be answered', () =>
    inWorld(async (ctx, { as }) => {
      const { ref, comment } = await mention(ctx)
      expect(await remind(ctx, '2026-01-08T11:59:00Z')).toBe(0)
      expect(await remind(ctx, '2026-01-08T12:00:00Z')).toBe(1)
      expect(await remind(ctx, '2026-01-09T12:00:00Z')).toBe(0)
      const julie = at(await as('julie'), '2026-01-09T12:00:00Z')
      const [newest] = (await listInbox(julie, { group })).items
      expect(newest).toMatchObject({
        kind: 'mention',
        issue: ref,
        comment,
        acknowledged: false,
        words: 'What do you think, @julie?',
        sentence: `Saydo reminded Julie Huang of a mention in a comment on #${ref}.`,
      })
      expect((await listInbox(at(ctx, '2026-01-09T12:00:00Z'), { group })).items).toEqual([])
    }))

  test('asks for nothing once it is answered, by a reply or by an emoji', () =>
    inWorld(async (ctx, { as }) => {
      const [first, second] = [await mention(ctx), await mention(ctx)]
      expect(await remind(ctx, '2026-01-08T12:00:00Z')).toBe(2)
      const julie = at(await as('julie'), '2026-01-08T13:00:00Z')
      const before = (await countInbox(julie)).count
      await reactToComment(julie, { group, ref: first.ref, comment: first.comment, emoji: '👍', on: true })
      await commentOnIssue(julie, { group, ref: second.ref, body: 'Yes.' })
      expect((await countInbox(julie)).count).toBe(before - 2)
    }))

  test('is answered in time without a reminder, and forgotten where the text names the person no more', () =>
    inWorld(async (ctx, { as }) => {
      const [answered, edited, closed] = [await mention(ctx), await mention(ctx), await mention(ctx)]
      await commentOnIssue(await as('julie'), { group, ref: answered.ref, body: 'Yes.' })
      const { comment, ref } = edited
      await editComment(ctx, { group, ref, comment, body: 'Never mind.', version: 1 })
      await closeIssue(ctx, { group, ref: closed.ref, reason: 'done' })
      expect(await remind(ctx, '2026-01-08T12:00:00Z')).toBe(0)
    }))

  test('in a description reminds as well', () =>
    inWorld(async (ctx, { as }) => {
      await createIssue(ctx, { group, title: 'Prices', description: 'Two lists.\nWhich one, @julie?' })
      expect(await remind(ctx, '2026-01-08T12:00:00Z')).toBe(1)
      const [newest] = (await listInbox(at(await as('julie'), '2026-01-08T13:00:00Z'), { group })).items
      expect(newest).toMatchObject({
        words: 'Which one, @julie?',
        sentence: expect.stringContaining('reminded Julie Huang of a mention in the description of #'),
      })
    }))

  test('waits while the person is away, and for a working day after they are back', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      const days = { group, from: '2026-01-08', to: '2026-01-14', kind: 'sick' as const }
      await addTimeOff(julie, days)
      await mention(ctx)
      expect(await remind(ctx, '2026-01-14T23:00:00Z')).toBe(0)
      expect(await remind(ctx, '2026-01-15T12:00:00Z')).toBe(1)
      // why they were away is not told
      const { items } = await listEvents(ctx, { group, limit: 5 })
      expect(JSON.stringify(items.filter(({ actor }) => actor === null))).not.toContain('sick')
    }))

  test('waits for the end of quiet hours, on the clock of the person', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      await saveSettings(julie.db, julie.actor.id ?? '', {
        quiet: { from: '20:00', to: '08:00' },
        zone: 'Asia/Tokyo',
      })
      // noon in UTC is 21:00 in Tokyo, which begins to wait on Thursday morning
      await mention(ctx)
      expect(await remind(ctx, '2026-01-08T23:59:00Z')).toBe(0)
      expect(await remind(ctx, '2026-01-09T00:00:00Z')).toBe(1)
    }))

  test('of long ago sends no reminder when the reminders begin', () =>
    inWorld(async (ctx) => {
      await mention(ctx)
      expect(await remind(ctx, '2026-01-15T12:00:00Z')).toBe(0)
    }))

  test('leaves the group as the ledger tells it', () =>
    inWorld(async (ctx) => {
      await mention(ctx)
      await remind(ctx, '2026-01-08T12:00:00Z')
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(ledger).toEqual(tables)
    }))
})

describe('the list of pings', () => {
  test('holds what waits for the reader, and what of theirs waits for others, the oldest first', () =>
    inWorld(async (ctx, { as }) => {
      const { ref, comment } = await mention(ctx)
      const julie = await as('julie')
      await commentOnIssue(at(julie, '2026-01-07T13:00:00Z'), {
        group,
        ref: await anIssue(ctx),
        body: 'And @cindy?',
      })
      const mine = await listPings(julie)
      expect(mine.forMe).toMatchObject([
        { ref, comment, by: 'mohamed', words: 'What do you think, @julie?', open: true },
      ])
      expect(mine.fromMe.map(({ person, words }) => [person, words])).toEqual([['cindy', 'And @cindy?']])
      expect((await listPings(ctx)).fromMe.map(({ person }) => person)).toEqual(['julie'])
      await commentOnIssue(julie, { group, ref, body: 'Yes.' })
      expect((await listPings(julie)).forMe).toEqual([])
      expect((await listPings(ctx)).fromMe).toEqual([])
    }))

  test('says nothing of confidential issues to those who may not see them any more', () =>
    inWorld(async (ctx, { as }) => {
      const ref = await anIssue(ctx, { title: 'Secret', confidential: true })
      await commentOnIssue(ctx, { group, ref, body: '@julie' })
      const julie = await as('julie')
      expect((await listPings(julie)).forMe).toHaveLength(1)
      const outsider = { ...julie, actor: { ...julie.actor, roles: ['stakeholder' as const] } }
      expect((await listPings(outsider)).forMe).toEqual([])
    }))
})
