import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { closeIssue } from '#db/commands/issues/close.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { verifyChain } from '#db/queries/chain.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { rowsBothWays } from '#db/testing/replayed.ts'
import { anIssue } from '#db/testing/world.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const soon = { timeout: 40_000, interval: 50 }
/** A week after the end of both milestones. */
const LATE = '2026-02-20T10:00:00Z'

beforeAll(async () => {
  await useOwnDatabase()
  const mohamed = await personCtx('mohamed')
  await createMilestone(mohamed, { group, title: '18.8', startOn: '2026-01-01', dueOn: '2026-01-09' })
  await createMilestone(mohamed, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  await someWork(mohamed)
})

async function someWork(ctx: Ctx): Promise<void> {
  for (const milestone of ['18.8', '18.8', '18.9']) await anIssue(ctx, { labels, dri: 'julie', milestone })
  await closeIssue(ctx, { group, ref: 1, reason: 'done' })
}

function aFreezer() {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../testing/freezer.ts'), LATE], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'silent' },
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  return { kill }
}

/** Where a freeze stops until it is let go on: what is written there, and whether its transaction is about to commit. */
const POINTS = [
  ['the milestone is claimed', 'job_runs', 'after insert'],
  ['the milestone says when it was frozen', 'milestones', 'after update'],
  ['the outcomes are written', 'milestone_outcomes', 'after insert'],
  ['the event is recorded', 'events', 'after insert'],
  ['all of it is being committed', 'events', 'at commit'],
] as const
const LOCK = 40_710

async function stopAt(table: string, when: string): Promise<{ letGo: () => Promise<void> }> {
  await pool().query(`create or replace function wait_here() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${LOCK}); return null; end $$`)
  await pool().query(
    when === 'at commit'
      ? `create constraint trigger wait_here after insert on ${table} deferrable initially deferred for each row execute function wait_here()`
      : `create trigger wait_here ${when} on ${table} for each row execute function wait_here()`,
  )
  const holder = await pool().connect()
  await holder.query('select pg_advisory_lock($1)', [LOCK])
  const letGo = async () => {
    await holder.query('select pg_advisory_unlock($1)', [LOCK])
    holder.release()
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), soon)
    await pool().query(`drop trigger wait_here on ${table}`)
  }
  return { letGo }
}

/** Sessions of the database that wait there, or hold what they got there. */
async function waiting(): Promise<number[]> {
  const { rows } = await pool().query<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and objid = $1 and mode = 'ShareLock'`,
    [LOCK],
  )
  return rows.map(({ pid }) => pid)
}

/** By milestone, how often it was frozen, how many outcomes it has and how often it was claimed. */
async function frozen() {
  const { rows } = await pool().query<{ title: string; events: number; outcomes: number; claims: number }>(
    `select m.title, (m.frozen_at is not null) as marked,
        (select count(*)::int from events e where e.type = 'milestone.frozen' and e.subject_key = m.id::text) as events,
        (select count(*)::int from milestone_outcomes o where o.milestone_id = m.id) as outcomes,
        (select count(*)::int from job_runs r where r.job = 'milestone-freeze' and r.period like m.id || ' %') as claims
      from milestones m where m.due_on is not null order by m.due_on`,
  )
  return rows
}

const NONE = { marked: false, events: 0, outcomes: 0, claims: 0 }
const once18 = (title: string, outcomes: number) => ({ title, marked: true, events: 1, outcomes, claims: 1 })
const WHOLE = [once18('18.8', 2), once18('18.9', 1)]

test.each(POINTS)(
  'a process that is killed when %s has frozen all of a milestone or nothing of it',
  async (_, table, when) => {
    const point = await stopAt(table, when)
    const freezer = aFreezer()
    await vi.waitFor(async () => expect(await waiting()).not.toEqual([]), soon)
    await freezer.kill()
    await point.letGo()
    for (const { title, ...state } of await frozen())
      expect([{ title, ...NONE }, WHOLE.find((one) => one.title === title)]).toContainEqual({
        title,
        ...state,
      })
    if (when !== 'at commit') expect((await frozen()).map(({ events }) => events)).toEqual([0, 0])
  },
  90_000,
)

test('several that start after it freeze each milestone once, and the ledger tells what the tables hold', async () => {
  const freezers = [aFreezer(), aFreezer(), aFreezer()]
  await vi.waitFor(async () => expect(await frozen()).toEqual(WHOLE), soon)
  await Promise.all(freezers.map(({ kill }) => kill()))
  expect(await frozen()).toEqual(WHOLE)
  const { rows } = await pool().query<{ ref: number; outcome: string }>(
    'select issue_number as ref, outcome from milestone_outcomes order by 1',
  )
  expect(rows.map(({ outcome }) => outcome)).toEqual(['completed', 'slipped', 'slipped'])
  const { ledger, tables } = await rowsBothWays(pool(), 1)
  expect(tables).toEqual(ledger)
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
}, 90_000)
