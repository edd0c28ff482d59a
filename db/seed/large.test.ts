import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIssue } from '../commands/issues/create.ts'
import { moveIssue } from '../commands/issues/move.ts'
import { closePool, openPool, pool } from '../connection.ts'
import { THE_CLOCK, type Ctx } from '../context.ts'
import { viewBoard } from '../queries/boards.ts'
import { verifyChain } from '../queries/chain.ts'
import { reportIssues } from '../queries/issue-report.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { frozenDetails, type SayDoDetail } from '../queries/say-do-frozen.ts'
import { ledgerDetails } from '../queries/say-do-ledger.ts'
import { emptyDatabase } from '../testing/empty-database.ts'
import { outcomesOf } from '../testing/outcomes.ts'
import { seedOnFirstRun } from './first-run.ts'
import { seedLarge } from './large.ts'
import type { Size } from './large/size.ts'

const MINIATURE: Size = { groups: 2, people: 40, issues: 200, boards: [30, 60], otherwise: 5 }
const now = new Date('2026-11-22T18:00:00Z')
let url: string

const seed = async (): Promise<string[]> => {
  const lines: string[] = []
  await seedLarge(url, { size: MINIATURE, now, log: (line) => lines.push(line) })
  return lines
}

beforeAll(async () => {
  url = await emptyDatabase()
  process.env.DATABASE_URL = url
  await seedOnFirstRun(url, () => {}, { sample: false, now })
  await seed()
})

afterAll(closePool)

const load = async (number: number): Promise<Ctx> => {
  const { rows } = await pool().query<Ctx['group']>(
    'select id, slug, name, zone from groups where slug = $1',
    [`load-${number}`],
  )
  const [group] = rows
  if (!group) throw new Error(`load-${number} is missing.`)
  return { actor: THE_CLOCK, group, now, db: pool() }
}

const none = async (sql: string) => expect((await pool().query(sql)).rows).toEqual([])

test('the two Build Boards have exactly as many open cards as asked for', async () => {
  for (const [number, size] of [
    [1, 30],
    [2, 60],
  ] as const) {
    const view = await viewBoard(await load(number), { board: 'build' })
    expect(view.milestone?.title).toBe('19.7')
    expect(view.cards.filter((card) => card.state === 'open')).toHaveLength(size)
  }
})

test('both ledgers are whole, in the order of time, with three events an issue or more', async () => {
  for (const number of [1, 2]) {
    const verdict = await verifyChain(pool(), (await load(number)).group.id)
    expect(verdict.broken).toBeNull()
    expect(verdict.events).toBeGreaterThan(400)
  }
  await none(
    'select from events a join events b on b.group_id = a.group_id and b.number = a.number + 1 and b.at < a.at',
  )
  await none(
    `select i.number from issues i join events e on e.group_id = i.group_id and e.issue_number = i.number
      group by i.group_id, i.number having count(*) < 3`,
  )
})

test('the labels, weight and state of each issue are those that its events lead to', async () => {
  await none(
    `with changes as (
        select group_id, issue_number, number, 1 as sign, jsonb_array_elements(coalesce(data->'added', data->'labels')) as label
        from events where type in ('issue.created', 'issue.labels_changed', 'issue.moved')
        union all select group_id, issue_number, number, -1, jsonb_array_elements(data->'removed')
        from events where type in ('issue.labels_changed', 'issue.moved')
      ), held as (
        select group_id, issue_number, (label->>'id')::int as label_id from changes
        group by 1, 2, 3 having sum(sign) = 1
      )
      (table held except select group_id, issue_number, label_id from issue_labels)
      union all (select group_id, issue_number, label_id from issue_labels except table held)`,
  )
  await none(
    `select i.number from issues i
      join lateral (select coalesce(e.data->'to', e.data->'weight') as weight from events e
        where e.group_id = i.group_id and e.issue_number = i.number and e.type in ('issue.created', 'issue.weighed')
        order by e.number desc limit 1) last on last.weight is distinct from coalesce(to_jsonb(i.weight), 'null')`,
  )
  await none(
    `select i.number from issues i where (state = 'closed') <> exists (select from events e
      where e.group_id = i.group_id and e.issue_number = i.number and e.type = 'issue.closed' and e.at = i.closed_at)`,
  )
})

test('how long a label was carried fits the events that put it on and took it off', async () => {
  await none(
    `select s.* from label_spans s where to_at < from_at or not exists (select from events e
      where e.group_id = s.group_id and e.issue_number = s.issue_number and e.at = s.to_at
        and e.data->'removed'->0->>'id' = s.label_id::text)`,
  )
})

test('people, drivers and blocked cards have their rows', async () => {
  const { rows } = await pool().query(
    `select count(distinct person_id)::int as people from group_roles r join groups g on g.id = r.group_id and g.slug like 'load-%'`,
  )
  expect(rows).toEqual([{ people: 40 + 2 }])
  await none(
    'select from issues i where dri_id is distinct from (select person_id from dri_assignments d where d.group_id = i.group_id and d.issue_number = i.number and to_at is null)',
  )
  await none(
    `select from issue_labels l join labels k on k.group_id = l.group_id and k.id = l.label_id and k.meaning = 'workflow.blocked'
      where not exists (select from blocks b where b.group_id = l.group_id and b.issue_number = l.issue_number and until_at is null)`,
  )
})

test('an act of today follows on the last of the history', async () => {
  const ctx = await load(1)
  const before = await verifyChain(pool(), ctx.group.id)
  const made = await createIssue(ctx, { group: ctx.group.slug, title: 'One more' })
  expect([made.card.ref, made.event]).toEqual([101, before.events + 1])
  const view = await viewBoard(ctx, { board: 'build' })
  const [first, second] = view.cards.filter((card) => card.state === 'open')
  await moveIssue(ctx, {
    group: ctx.group.slug,
    board: 'build',
    ref: first?.ref ?? 0,
    to: null,
    after: second?.ref ?? null,
  })
  expect(await verifyChain(pool(), ctx.group.id)).toEqual({ events: before.events + 2, broken: null })
})

test('some of its open issues are untidy, so that the triage report has something to tell', async () => {
  for (const number of [1, 2]) {
    const { open, issues, findings } = await reportIssues(await load(number))
    expect(findings.length).toBeGreaterThan(2)
    expect(issues).toBeGreaterThan(3)
    expect(issues).toBeLessThan(open / 2)
  }
})

test('its closed milestones have a plausible Say/Do', async () => {
  const kept = await outcomesOf(await load(2))
  const [committed, done] = [
    kept.reduce((sum, one) => sum + one.committed, 0),
    kept.reduce((sum, one) => sum + one.done, 0),
  ]
  expect(kept).toHaveLength(24)
  expect(done / committed).toBeGreaterThan(0.6)
  expect(done / committed).toBeLessThan(1)
})

test('what is frozen of them is what their events tell', async () => {
  const ctx = await load(1)
  const closed = (await milestonesOf(ctx)).flatMap(({ startOn, dueOn, ...one }) =>
    startOn !== null && dueOn !== null && one.frozenAt !== null ? [{ ...one, startOn, dueOn }] : [],
  )
  expect(closed).toHaveLength(24)
  const facts = (all: SayDoDetail[]) =>
    all.map(({ ref, outcome, weight, atStart, enteredAt }) => ({ ref, outcome, weight, atStart, enteredAt }))
  for (const box of closed) {
    const told = await ledgerDetails(ctx, { ...box, frozenAt: null })
    expect(told.length).toBeGreaterThan(0)
    expect(facts(await frozenDetails(ctx, box))).toEqual(facts(told))
  }
})

test('nothing happens after now, also in the first minutes of a milestone', async () => {
  const early = { url: await emptyDatabase(), now: new Date('2027-01-16T00:30:00Z') }
  await seedLarge(early.url, { size: MINIATURE, now: early.now, log: () => {} })
  const fresh = openPool(early.url)
  const { rows } = await fresh.query('select max(at) <= $1 as past from events', [early.now])
  await fresh.end()
  expect(rows).toEqual([{ past: true }])
})

test('the guards are on again', async () => {
  await none(`select tgname from pg_trigger where tgenabled = 'D'`)
  await expect(pool().query('update issues set title = $$x$$ where number = 1')).rejects.toThrow(
    /without an event/,
  )
})

test('a second run finds everything there', async () => {
  expect(await seed()).toEqual(['the load groups already exist'])
})
