import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { ranksBetween } from '#lib/domain/rank.ts'
import { rebuildBuild } from '../commands/rebuild-build.ts'
import type { GroupKey } from '../context.ts'
import { writeLoadGroup } from './large/group.ts'
import { type LoadGroup, loadGroups, type Size } from './large/size.ts'
import { alone, atomically } from './transaction.ts'

type Options = { size: Size; now: Date; log: (line: string) => void }

/**
 * Adds load groups with people, issues and all their history, written set by set and not act by act. What the guards
 * of the database demand holds in the end as if every act had been made alone: numbers without gaps, a chain of
 * hashes, ranks that are unique, counters that fit. A group that is complete is left as it is.
 */
export async function seedLarge(url: string, { size, now, log }: Options): Promise<void> {
  await alone(url, async (client) => {
    const missing: LoadGroup[] = []
    for (const group of loadGroups(size)) if (!(await isComplete(client, group))) missing.push(group)
    if (missing.length === 0) return log('the load groups already exist')
    for (const load of missing) {
      const began = performance.now()
      const group = await writeLoadGroup(client, load, now)
      const events = await atomically(client, () => fill(client, group, load, now))
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      log(`${load.slug}: ${load.people} people, ${load.issues} issues, ${events} events (${seconds} s)`)
    }
    await client.query('vacuum analyze')
  })
}

/** The set-up of a group and the rest are two transactions: one that was interrupted between them is filled now. */
async function isComplete(client: PoolClient, { slug, issues }: LoadGroup): Promise<boolean> {
  const { rows } = await client.query(
    'select from groups g join group_counters c on c.group_id = g.id where g.slug = $1 and c.last_issue >= $2',
    [slug, issues],
  )
  return rows.length > 0
}

/** Tables whose guards look at one row at a time; the foreign keys and checks stay on. */
const GUARDED = [
  'group_roles',
  'memberships',
  'milestones',
  'issues',
  'issue_labels',
  'label_spans',
  'dri_assignments',
  'issue_assignees',
  'blocks',
  'milestone_outcomes',
  'milestone_slips',
]

const STEPS = ['people', 'plan', 'issues', 'facts', 'history', 'ledger']

async function fill(client: PoolClient, group: GroupKey, load: LoadGroup, now: Date): Promise<number> {
  for (const table of GUARDED) await client.query(`alter table ${table} disable trigger user`)
  await client.query(
    `create temp table load (group_id int, first timestamptz, now timestamptz, issues int, board int, current_place int,
        people int, first_person int) on commit drop;
      create temp table ranks (number int primary key, rank text collate "C") on commit drop;
      create temp table timeline (at timestamptz, seq int, type text, actor_id text, kind text, key text, data jsonb)
        on commit drop`,
  )
  await client.query(
    `insert into load select $1, g.created_at, date_trunc('second', $2::timestamptz), $3, $4,
        (select count(*) - 2 from milestones m where m.group_id = $1 and shelf is null), $5, $6 from groups g where g.id = $1`,
    [group.id, now, load.issues, load.board, load.people, load.firstPerson],
  )
  await client.query(
    'insert into ranks select place, rank from unnest($1::text[]) with ordinality list(rank, place)',
    [ranksBetween(null, null, load.issues)],
  )
  for (const step of STEPS) {
    await client.query(await readFile(join(import.meta.dirname, 'large', `${step}.sql`), 'utf8'))
  }
  for (const table of GUARDED) await client.query(`alter table ${table} enable trigger user`)
  await rebuildBuild(client, group.id)
  const { rows } = await client.query<{ events: number }>(
    'select last_event as events from group_counters where group_id = $1',
    [group.id],
  )
  return rows[0]?.events ?? 0
}
