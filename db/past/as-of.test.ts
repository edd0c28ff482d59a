import { beforeAll, expect, test } from 'vitest'
import { closeIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { moveIssue } from '../commands/issues/move.ts'
import { setFact } from '../commands/issues/set-fact.ts'
import { createMilestone } from '../commands/milestones.ts'
import { undoEvent } from '../commands/undo.ts'
import { pastPool, pool } from '../connection.ts'
import type { Ctx, Db } from '../context.ts'
import { viewBoard } from '../queries/boards.ts'
import { daysAsked, listDays } from '../queries/days.ts'
import { groundOf, ROW_BY_ROW } from '../testing/plans.ts'
import { hearStatements, type Sent } from '../testing/recorder.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { anIssue } from '../testing/world.ts'
import { asOf, EVERYTHING } from './as-of.ts'
import { pastBoard } from './board.ts'
import { pastSayDo, pastSeries } from './say-do.ts'
import { pastCapacity, pastIndex, pastTeams } from './views.ts'

const group = 'custom-models'
const HOUR = 3_600_000
let ctx: Ctx
let ref = 0

const later = (as: Ctx, hours: number): Ctx => ({ ...as, now: new Date(as.now.getTime() + hours * HOUR) })
const outside = (as: Ctx): Ctx => ({ ...as, actor: { ...as.actor, roles: ['stakeholder'], admin: false } })
const board = (as: Ctx, hours: number) =>
  pastBoard(as, { board: 'build', at: later(ctx, hours).now.toISOString() })
const refsIn = ({ cards }: { cards: { ref: number }[] }) => cards.map((card) => card.ref)
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']

beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(ctx, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  ref = await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie' })
  await labelIssue(later(ctx, 2), { group, ref, add: ['workflow::in dev'] })
  await closeIssue(later(ctx, 4), { group, ref, reason: 'done' })
})

test('the past is read beside the present, and neither is taken for the other', async () => {
  const now = later(ctx, 10)
  const looks = await Promise.all([
    board(now, 1),
    viewBoard(now, { board: 'build' }),
    board(now, 3),
    board(now, 5),
    viewBoard(now, { board: 'build' }),
    board(now, 1),
  ])
  expect(looks.map(({ cards }) => cards.find((card) => card.ref === ref)?.state)).toEqual([
    'open',
    'closed',
    'open',
    'closed',
    'closed',
    'open',
  ])
  expect(pastPool().totalCount).toBeLessThanOrEqual(2)
})

test('what is taken back did not happen, at any moment', async () => {
  const one = await anIssue(later(ctx, 5), { labels: DELIVERABLE, dri: 'julie' })
  const { event } = await moveIssue(later(ctx, 6), { group, board: 'build', ref: one, to: 'closed' })
  const card = async (hours: number) =>
    (await board(later(ctx, 30), hours)).cards.find((card) => card.ref === one)
  expect((await card(6))?.state).toBe('closed')
  await undoEvent(later(ctx, 8), { group, event })
  expect((await card(6))?.state).toBe('open')
  expect(await card(4)).toBeUndefined()
})

test('what is confidential today is hidden from those outside at every moment, and what was then as well', async () => {
  const now = later(ctx, 30)
  const [turned, freed] = [
    await anIssue(later(ctx, 9), { labels: DELIVERABLE, dri: 'julie' }),
    await anIssue(later(ctx, 9), { labels: DELIVERABLE, dri: 'julie', confidential: true }),
  ]
  await setFact(later(ctx, 12), turned, 'confidential', true)
  await setFact(later(ctx, 12), freed, 'confidential', false)
  for (const hours of [10, 13]) {
    const [seen, all] = [await board(outside(now), hours), await board(now, hours)]
    expect(refsIn(seen)).not.toContain(turned)
    expect(refsIn(seen).includes(freed)).toBe(hours === 13)
    expect(refsIn(all)).toEqual(expect.arrayContaining([turned, freed]))
    const at = later(ctx, hours).now.toISOString()
    const list = await pastIndex(outside(now), { group, filter: '', at })
    expect(list.groups.flatMap(({ refs }) => refs)).not.toContain(turned)
  }
  const then = (await board(now, 10)).cards.find((card) => card.ref === turned)
  expect(then?.confidential, 'those who see it see it as it was').toBe(false)
})

test('a day stands for its end in the zone of the group, today for now', async () => {
  const now = later(ctx, 72)
  const count = async (at: string) => (await pastBoard(now, { board: 'build', at })).cards.length
  const zoned = { ...now, group: { ...now.group, zone: 'Pacific/Kiritimati' } }
  expect(await count('2026-01-07')).toBe((await board(now, 11.999)).cards.length)
  const { today } = await pastBoard(zoned, { board: 'build', at: '2026-01-08' })
  expect(today).toBe('2026-01-08')
  expect(await count('2026-01-10')).toBe((await viewBoard(now, { board: 'build' })).cards.length)
})

test('a moment before the group, and one that has not come yet, are refused in words', async () => {
  const ask = (at: string) => pastBoard(ctx, { board: 'build', at })
  await expect(ask('1999-01-01')).rejects.toThrow(/The group began on/)
  await expect(ask('2026-01-08')).rejects.toThrow('This moment has not come yet.')
  await expect(ask('2026-01-07T12:00:01Z')).rejects.toThrow('This moment has not come yet.')
})

test('looking into the past writes nothing, and what fails leaves nothing behind', async () => {
  const now = later(ctx, 30)
  const write = asOf(now, later(ctx, 1).now, EVERYTHING, ({ db }) =>
    db.query(`update public.issues set title = 'x' where group_id = 1`),
  )
  await expect(write).rejects.toThrow(/read-only/)
  await expect(pastBoard(now, { board: 'gone', at: '2026-01-07' })).rejects.toThrow('“gone”')
  const left = await asOf(now, now.now, EVERYTHING, async ({ db }) => db.query('select from past_issues'))
  expect(left.rowCount).toBe(0)
  const { rows } = await pool().query<{ name: string }>(
    `select nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where relname = 'past_look'`,
  )
  expect(rows.every(({ name }) => name.startsWith('pg_temp'))).toBe(true)
})

test('who finds every look into the past taken is told so', async () => {
  const held = [await pastPool().connect(), await pastPool().connect()]
  try {
    await expect(board(later(ctx, 30), 1)).rejects.toMatchObject({
      detail: expect.stringContaining('Too many people are looking at the past.'),
      facts: { rule: 'past_busy' },
    })
  } finally {
    for (const client of held) client.release()
  }
}, 20_000)

/** Reads of growing tables that do not begin with the group, as `table: plan`. */
async function widePlans(db: Db, sent: readonly Sent[], growing: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for (const { text, values } of sent.filter(({ text }) => /^\s*(select|with|insert)\b/.test(text))) {
    const { rows } = await db.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values)
    const lines = rows.map((row) => row['QUERY PLAN'])
    for (const [place, line] of lines.entries()) {
      const [, how = '', table = ''] = /(\w+) Scan (?:using \w+ )?on (\w+)/.exec(line) ?? []
      if (!growing.has(table)) continue
      const below = lines.slice(place + 1, place + 5).find((next) => /Cond: /.test(next)) ?? ''
      if (how === 'Seq' || !below.includes('group_id = ')) found.push(`${table}: ${line.trim()}`)
    }
  }
  return found
}

test('no look into the past reads what other groups have of what grows with the issues', async () => {
  const now = later(ctx, 72)
  const at = later(ctx, 1).now.toISOString()
  const heard = hearStatements()
  await pastBoard(now, { board: 'build', at })
  await pastIndex(now, { group, filter: 'milestone:18.8', at })
  await pastIndex(now, { group, filter: 'text', at })
  await pastCapacity(now, { milestone: '18.8', at })
  await pastTeams(now, at)
  await pastSayDo(now, { milestone: '18.8', at })
  await pastSeries(now, { at })
  heard.stop()
  const sent = heard.sent.filter(({ from }) => from.startsWith('db/'))
  expect(sent.length).toBeGreaterThan(40)
  const { growing } = await groundOf(pool())
  const wide = await asOf(now, later(ctx, 1).now, EVERYTHING, async ({ db }) => {
    await db.query(ROW_BY_ROW.replaceAll('set ', 'set local '))
    return widePlans(db, sent, growing)
  })
  expect(wide).toEqual([])
})

test('the days on which something happened are told with how much, to each reader what they may see', async () => {
  const now = later(ctx, 72)
  const days = await listDays(now, daysAsked(now, { from: '2026-01-07', to: '2026-01-09' }))
  expect(days.items.map(({ day }) => day)).toEqual(['2026-01-07', '2026-01-08'])
  expect(days.today).toBe('2026-01-10')
  const fewer = await listDays(outside(now), daysAsked(now, { from: '2026-01-07', to: '2026-01-09' }))
  const sum = ({ items }: typeof days) => items.reduce((all, { events }) => all + events, 0)
  expect(sum(fewer)).toBeLessThan(sum(days))
  expect(() => daysAsked(now, { from: '2026-01-09', to: '2026-01-07' })).toThrow('From is after to.')
  expect(() => daysAsked(now, { from: '2020-01-09', to: '2026-01-07' })).toThrow('At most 1100 days')
})
