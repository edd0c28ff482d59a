import { zoneOrUtc } from '#lib/kit/zone.ts'
import { type Ctx, type Db, type GroupKey, THE_CLOCK } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import type { Job, Turns } from './job.ts'

export type TurnsOfGroup = { group: GroupKey; turns: Turns }
export type Done = { group: string; period: string }

/** Every group with when things come round in it. */
export async function groupsWithTurns(db: Db): Promise<TurnsOfGroup[]> {
  const { rows } = await db.query<GroupKey & Turns>(
    `select id, slug, name, zone, refinement_day as "refinementDay", refinement_hour as "refinementHour",
        update_day as "updateDay"
      from groups order by id`,
  )
  return rows.map(({ refinementDay, refinementHour, updateDay, ...group }) => ({
    group: { ...group, zone: zoneOrUtc(group.zone) },
    turns: { refinementDay, refinementHour, updateDay },
  }))
}

/**
 * Does in every group what is owed of a job by now, each period in a transaction of its own. A group in which it fails
 * keeps no other waiting.
 * @throws the first failure, after the last group
 */
export async function runJob(job: Job, { db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Done[]> {
  const done: Done[] = []
  const failures: unknown[] = []
  for (const { group, turns } of await groupsWithTurns(db)) {
    const ctx: Ctx = { actor: THE_CLOCK, group, now, db }
    try {
      for (const period of await stillOwed(job, ctx, turns)) {
        if (await runOnce(job, ctx, period)) done.push({ group: group.slug, period })
      }
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return done
}

async function stillOwed(job: Job, ctx: Ctx, turns: Turns): Promise<string[]> {
  const owed = await job.owed(ctx, turns)
  if (owed.length === 0) return []
  const { rows } = await ctx.db.query<{ period: string }>(
    'select period from job_runs where group_id = $1 and job = $2 and period = any($3)',
    [ctx.group.id, job.name, owed],
  )
  return owed.filter((period) => !rows.some((row) => row.period === period))
}

/** Claims the period and does the work, both or neither. False where it was done before, by whichever process. */
export const runOnce = (job: Job, ctx: Ctx, period: string): Promise<boolean> =>
  inTransaction(ctx, async (ctx) => {
    const { rowCount } = await ctx.db.query(
      `insert into job_runs (group_id, job, period, at, sample)
        select $1, $2, $3, $4, exists (select from issues where group_id = $1 and sample) on conflict do nothing`,
      [ctx.group.id, job.name, period, ctx.now],
    )
    if (rowCount === 0) return false
    await job.run(ctx, period)
    return true
  })
