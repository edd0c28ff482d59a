import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { moveIssue } from '../commands/issues/move.ts'
import { removeSample } from '../commands/sample.ts'
import { closePool, openPool } from '../connection.ts'
import { THE_CLOCK, type Ctx } from '../context.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { unclaimedLines } from '../queries/agenda/unclaimed.ts'
import { viewBoard } from '../queries/boards.ts'
import { verifyChain } from '../queries/chain.ts'
import { readDrift } from '../queries/drift.ts'
import { readSayDo } from '../queries/say-do.ts'
import { listSayDo } from '../queries/say-do-series.ts'
import { listUnclaimed } from '../queries/unclaimed.ts'
import { deal } from '#lib/domain/boards.ts'
import { emptyDatabase } from '../testing/empty-database.ts'
import { outcomesOf } from '../testing/outcomes.ts'
import { seedOnFirstRun } from './first-run.ts'

/** A morning at work in the middle of a milestone, and the first minutes of another, on a Saturday. */
const MOMENTS = ['2026-12-01T09:05:00Z', '2027-01-16T00:30:00Z']

describe.each(MOMENTS)('the sample world of %s', (moment) => {
  const now = new Date(moment)
  let pool: Pool
  let ctx: Ctx

  beforeAll(async () => {
    const url = await emptyDatabase()
    await seedOnFirstRun(url, () => {}, { sample: true, now })
    process.env.DATABASE_URL = url
    pool = openPool(url)
    const group = { id: 1, slug: 'custom-models', name: 'Custom Models', zone: 'UTC' }
    ctx = { actor: THE_CLOCK, group, now, db: pool }
    // half a year of work is done again, which takes long on a busy machine
  }, 240_000)

  afterAll(() => Promise.all([pool.end(), closePool()]))

  const count = async (sql: string) =>
    (await pool.query<{ n: number }>(`select count(*)::int as n ${sql}`)).rows[0]?.n

  test('holds enough work to look like a group of this size', async () => {
    expect(await count('from issues where sample')).toBeGreaterThan(240)
    expect(await count('from epics where sample')).toBe(12)
    expect(await count('from epics where closed_at is not null')).toBe(1)
    expect(await count('from comments where sample')).toBeGreaterThan(80)
    expect(await count('from issues where confidential')).toBeGreaterThan(3)
    expect(await count('from dri_assignments where why = $$handed_over$$')).toBeGreaterThan(3)
    expect(await count('from hand_overs where outcome is null and issue_number is not null')).toBe(2)
    expect(await count('from hand_overs where outcome = $$accepted$$')).toBeGreaterThan(3)
  })

  test('six milestones are closed, and 60 to 90 % of what was said in each was done', async () => {
    const kept = await outcomesOf(ctx)
    expect(kept).toHaveLength(6)
    for (const { title, committed, done } of kept) {
      expect(committed, title).toBeGreaterThan(15)
      expect(done / committed, title).toBeGreaterThan(0.6)
      expect(done / committed, title).toBeLessThan(0.9)
    }
  })

  test('two Deliverables were pushed back in different milestones, each with its reason', async () => {
    const series = await listSayDo(ctx, {})
    const pushed = series.milestones.flatMap(({ milestone, parts }) =>
      parts.reprioritised.refs.map((ref) => ({ ref, milestone: milestone.slug })),
    )
    expect(new Set(pushed.map((one) => one.milestone)).size).toBe(2)
    for (const { ref, milestone } of pushed) {
      const { items } = await readSayDo(ctx, { milestone })
      expect(items.find((one) => one.ref === ref)?.pushBack, `#${ref}`).toMatch(/review|shared idea/)
    }
  })

  test('the Build Board has cards in every lane, some out of columns and some done', async () => {
    const view = await viewBoard(ctx, { board: 'build' })
    const lanes = deal(view.cards, view.columns, view.labels)
    const sizes = view.columns.map((column) => lanes.get(column.id)?.length ?? 0)
    expect(sizes).toEqual([9, 11, 7, 3, 5])
    expect([lanes.get('none')?.length, lanes.get('closed')?.length]).toEqual([3, 7])
    const blocked = view.cards.filter((card) => card.blocked)
    expect(blocked.every((card) => card.blocked?.need !== '' && card.blocked?.from !== '')).toBe(true)
    const open = view.cards.filter((card) => card.state === 'open')
    expect(open.filter((card) => card.dri === null).length).toBeGreaterThan(1)
    expect(view.columns.filter((column) => column.usualDays !== null).length).toBeGreaterThan(2)
  })

  test('the Planning Board holds more than the capacity of the next milestone', async () => {
    const view = await viewBoard(ctx, { board: 'planning' })
    expect(view.next).toMatch(/^\d+\.\d+$/)
    expect(view.milestone?.slug).toBe(view.next)
    const open = view.cards.filter((card) => card.state === 'open')
    const weight = open.reduce((sum, card) => sum + (card.weight ?? 0), 0)
    expect(open.length).toBeGreaterThan(30)
    expect(weight).toBeGreaterThan(view.capacity?.weight ?? Infinity)
    expect(open.filter((card) => card.weight === null).length).toBeGreaterThan(3)
    expect(deal(open, view.columns, view.labels).get('none')?.length).toBeGreaterThan(1)
  })

  test('an engineer of the group leads each epic, and the labels that came along are used', async () => {
    const { rows } = await pool.query<{ title: string; roles: string[] }>(
      `select e.title, array(select r.role from group_roles r where r.person_id = e.tech_lead_id) as roles
        from epics e where sample order by e.number`,
    )
    expect(rows).toHaveLength(12)
    const leading = rows.filter(({ roles }) => roles.some((role) => role.endsWith('engineer')))
    expect(leading.map(({ title }) => title)).toEqual(rows.map(({ title }) => title))
    expect(await count('from labels where sample')).toBe(4)
    expect(
      await count(
        'from labels l where sample and exists (select from issue_labels i where i.label_id = l.id)',
      ),
    ).toBeGreaterThan(2)
  })

  test('questions, a hand-over of an epic, work without a volunteer and drift are still open', async () => {
    expect(await count('from hand_overs where outcome is null and epic_number is not null')).toBe(1)
    const { items: unclaimed } = await listUnclaimed(ctx)
    expect(unclaimed).toMatchObject([{ reason: 'overloaded', by: 'mohamed' }])
    const agenda = await unclaimedLines(ctx)
    expect(agenda.map(({ text }) => text)).toEqual([
      'No volunteer: Overloaded, until both reviews of this week are done',
    ])
    expect(await count('from mentions where acknowledged_at is null')).toBe(5)
    const waiting = `from inbox_items b join events e on e.group_id = b.group_id and e.number = b.event_number
      join people p on p.id = b.person_id where b.done_at is null`
    expect(await count(`${waiting} and e.type = 'issue.mention_reminded' and p.handle = 'mohamed'`)).toBe(1)
    expect(
      await count(`from mentions m join people p on p.id = m.person_id join people b on b.id = m.by_id
        where m.acknowledged_at is null and p.handle = 'julie' and b.handle = 'cindy'`),
    ).toBe(1)
    const { items } = await readDrift(ctx)
    expect(new Set(items.map(({ drift }) => drift.kind))).toContain('no_dri')
    expect(items.filter(({ drift }) => drift.kind === 'passed')).toHaveLength(1)
    expect(items.filter(({ drift }) => drift.kind === 'no_update').map(({ title }) => title)).toContain(
      'Self-hosted model list loads in one request',
    )
  })

  test('the shelves are filled, each board in every column', async () => {
    for (const board of ['next-1-3', 'next-4-6']) {
      const view = await viewBoard(ctx, { board })
      const lanes = deal(view.cards, view.columns, view.labels)
      for (const column of view.columns) expect(lanes.get(column.id)?.length, column.title).toBeGreaterThan(0)
    }
    expect(
      await count('from issues i join milestones m on m.id = i.milestone_id and m.shelf = $$backlog$$'),
    ).toBeGreaterThan(5)
    expect(await count('from issues where milestone_id is null and state = $$open$$')).toBeGreaterThan(2)
  })

  test('its ledger is whole, and goes on with the next act', async () => {
    expect(await count('from events a join events b on b.number = a.number + 1 and b.at < a.at')).toBe(0)
    expect(await verifyChain(pool, 1)).toMatchObject({ broken: null })
    const board = await boardFacts(ctx, 'build')
    const view = await viewBoard(ctx, { board: 'build' })
    const card = view.cards.find((one) => one.state === 'open')
    const moved = await moveIssue(ctx, {
      group: 'custom-models',
      board: 'build',
      ref: card?.ref ?? 0,
      to: board.columns[2]?.id ?? null,
    })
    expect(moved.event).toBe((await verifyChain(pool, 1)).events)
  })

  test('can be removed in one act, and leaves the handbook', async () => {
    await removeSample(ctx)
    expect(await count('from issues')).toBe(0)
    expect(await count('from functional_teams')).toBe(3)
    expect(await count('from labels')).toBe(25)
    expect(await verifyChain(pool, 1)).toMatchObject({ broken: null })
  })
})
