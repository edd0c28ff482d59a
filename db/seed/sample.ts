import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { addMember } from '../commands/people.ts'
import { THE_CLOCK, type Actor, type Ctx, type GroupKey } from '../context.ts'
import { writeAdministrator } from './sample/accounts.ts'
import { actsOf } from './sample/scenario.ts'
import { calendarAround } from './sample/calendar.ts'
import type { Act } from './sample/timeline.ts'
import { readTopics } from './sample/topic.ts'
import { atomically } from './transaction.ts'

/**
 * How many acts a transaction holds. In one long transaction every act would wade through all versions of the group's
 * counters that the earlier ones left behind; in one each, the first start would wait for as many commits.
 */
const ACTS_AT_ONCE = 30

/**
 * A living world for trying things out, dated so that `now` lies in its current milestone: what a group like the
 * handbook's did in the last seven months. Every act goes through the command that a person would use, at its time,
 * by somebody who may; so the events are true, and everything that is computed from them as well. Same `now`, same
 * world. Outside of a transaction, after the handbook's.
 */
export async function writeSample(client: PoolClient, group: GroupKey, now: Date): Promise<void> {
  const ctx: Ctx = { actor: THE_CLOCK, group, now, db: client, inside: true }
  const { first, acts } = actsOf(await readTopics(), now)
  // Whoever seeds makes the last commit wait for the disk, and with it all of these.
  await client.query('set synchronous_commit = off')
  // Each plan is made once: to plan anew for each of these small acts takes as long as the acts themselves.
  await client.query('set plan_cache_mode = force_generic_plan')
  await atomically(client, () => addMember({ ...ctx, now: first }, SAMPLE_STAKEHOLDER))
  await writeAdministrator(client, first)
  const actors = await everybody(client)
  const began: Act = { at: first, by: 'mohamed', run: begin }
  await atomically(client, () => play(ctx, actors, [began]))
  for (let at = 0; at < acts.length; at += ACTS_AT_ONCE) {
    await atomically(client, () => play(ctx, actors, acts.slice(at, at + ACTS_AT_ONCE)))
    // Plans that were made for empty tables are forgotten.
    if (at === ACTS_AT_ONCE * 5 || at === ACTS_AT_ONCE * 25) await client.query(ANALYZE)
  }
  // What was told long ago is dealt with by now; the last days still wait.
  await client.query(
    `update inbox_items set done_at = at where group_id = $1 and at < $2::timestamptz - interval '3 days'`,
    [group.id, now],
  )
  await client.query(ANALYZE)
  await client.query('set plan_cache_mode = auto')
  await client.query('set synchronous_commit = on')
}

/** Our tables alone: those of the system, which hardly change here, are many more. */
const ANALYZE = `do $$ begin execute (
  select 'analyze ' || string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public'); end $$`

const NOUNS = join(import.meta.dirname, 'sample/nouns')

/** What nouns bring before anybody works: each has a file of its own, in whose order they begin. */
async function begin(ctx: Ctx): Promise<void> {
  for (const file of (await readdir(NOUNS)).toSorted()) {
    const { begin }: { begin?: (ctx: Ctx) => Promise<unknown> } = await import(join(NOUNS, file))
    if (!begin) throw new Error(`${file} of the sample has no beginning.`)
    await begin(ctx)
  }
}

async function play(ctx: Ctx, actors: Map<string, Actor>, acts: readonly Act[]): Promise<void> {
  for (const { at, by, run } of acts) {
    const actor = actors.get(by)
    if (!actor) throw new Error(`The sample has no person named ${by}.`)
    await run({ ...ctx, actor, now: at })
  }
}

const SAMPLE_STAKEHOLDER = {
  handle: 'stakeholder',
  name: 'Sample stakeholder',
  email: 'stakeholder@saydo.invalid',
  sample: true,
  roles: [{ role: 'stakeholder' as const }],
}

/** The morning on which the history begins that leads up to `now`: the handbook's group is entered then. */
export const beginningOf = (now: Date): Date => calendarAround(now.toISOString().slice(0, 10)).first

/** By handle. The commands read the roles themselves. */
async function everybody(client: PoolClient): Promise<Map<string, Actor>> {
  const { rows } = await client.query<{ id: string; handle: string; name: string }>(
    'select id, handle, name from people',
  )
  return new Map(rows.map((row) => [row.handle, { ...row, roles: [], admin: false }]))
}
