import { expect, test } from 'vitest'
import { addTimeOff } from '../commands/time-off.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { runOnce } from './run.ts'
import { updateReminder } from './update-reminder.ts'

const group = 'custom-models'
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 4 }
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: '', confidence: 'very' } as const

/** How many are reminded by then, in a zone. */
async function remind(ctx: Ctx, now: string, zone = 'UTC'): Promise<number> {
  const clock: Ctx = { ...ctx, actor: THE_CLOCK, group: { ...ctx.group, zone }, now: new Date(now) }
  let done = 0
  for (const period of await updateReminder.owed(clock, TURNS)) {
    if (await runOnce(updateReminder, clock, period)) done += 1
  }
  return done
}

const waiting = async (ctx: Ctx, now: string) => {
  const { items } = await listInbox({ ...ctx, now: new Date(now) }, { group })
  return items.filter(({ kind }) => kind === 'reminder').map(({ sentence, link }) => ({ sentence, link }))
}

/** Thursday 8 January is the due day. */
const dueEveryThursday = (ctx: Ctx) =>
  ctx.db.query('update groups set update_day = 4 where id = $1', [ctx.group.id])

test('who owes an update is reminded on the due day at nine, again on the day after, and never a third time', () =>
  inWorld(async (ctx, { as }) => {
    await dueEveryThursday(ctx)
    await anIssue(ctx, { labels, dri: 'julie' })
    expect(await remind(ctx, '2026-01-08T08:59:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-08T09:00:00Z')).toBe(1)
    expect(await remind(ctx, '2026-01-08T15:00:00Z')).toBe(0)
    const julie = await as('julie')
    expect(await waiting(julie, '2026-01-08T10:00:00Z')).toEqual([
      {
        sentence: 'Saydo reminded Julie Huang of their update for week 2, which is due today.',
        link: '/custom-models/status',
      },
    ])
    expect(await remind(ctx, '2026-01-09T09:00:00Z')).toBe(1)
    expect(await waiting(julie, '2026-01-09T10:00:00Z')).toMatchObject([
      { sentence: expect.stringContaining('again') },
    ])
    expect(await remind(ctx, '2026-01-10T09:00:00Z')).toBe(0)
  }))

test('posting the last update settles the reminder, and leaves none for the day after', () =>
  inWorld(async (ctx, { as }) => {
    await dueEveryThursday(ctx)
    const refs = [await anIssue(ctx, { labels, dri: 'julie' }), await anIssue(ctx, { labels, dri: 'julie' })]
    expect(await remind(ctx, '2026-01-08T09:00:00Z')).toBe(1)
    const julie = { ...(await as('julie')), now: new Date('2026-01-08T10:00:00Z') }
    const { count: before } = await countInbox(julie)
    const counts = []
    for (const ref of refs) {
      await putUpdate(julie, { group, week: '2026-W02', subject: `issue-${ref}`, ...said })
      counts.push((await countInbox(julie)).count)
    }
    expect(counts).toEqual([before, before - 1])
    expect(await remind(ctx, '2026-01-09T09:00:00Z')).toBe(0)
  }))

test('a person who is away is not reminded, and one who is back on the day after is reminded then', () =>
  inWorld(async (ctx, { as }) => {
    await dueEveryThursday(ctx)
    await anIssue(ctx, { labels, dri: 'julie' })
    await addTimeOff(await as('julie'), { group, from: '2026-01-08', to: '2026-01-08', kind: 'other' })
    expect(await remind(ctx, '2026-01-08T09:00:00Z')).toBe(0)
    expect(await remind(ctx, '2026-01-09T09:00:00Z')).toBe(1)
  }))

test('the morning is that of the group', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { labels, dri: 'julie' })
    expect(await remind(ctx, '2026-01-07T18:59:00Z', 'Pacific/Kiritimati')).toBe(0)
    expect(await remind(ctx, '2026-01-07T19:00:00Z', 'Pacific/Kiritimati')).toBe(1)
    expect(await remind(ctx, '2026-01-08T19:59:00Z', 'Pacific/Pago_Pago')).toBe(0)
    expect(await remind(ctx, '2026-01-09T19:59:00Z', 'Pacific/Pago_Pago')).toBe(0)
  }))

test('it comes round on the due day and on the day after, by the clock of the group', () => {
  expect(updateReminder.cron(TURNS)).toBe('0 9 * * 4,5')
  expect(updateReminder.cron({ ...TURNS, updateDay: 7 })).toBe('0 9 * * 0,1')
})
