import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreBackup } from '#db/backup/restore.ts'
import { saveBackup } from '#db/backup/save.ts'
import { forEachIssue } from '#db/commands/issues/for-each-issue.ts'
import { weighIssue } from '#db/commands/issues/plan.ts'
import { rankIn, gapAt, lastRanks } from '#db/commands/ranks.ts'
import { databaseUrl, pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { eventsAfter, sentencesAfter } from '#db/queries/events.ts'
import { listHands } from '#db/queries/hands.ts'
import { keptReport } from '#db/queries/issue-report.ts'
import { pushBacksDue, pushBacksToDecide, waitingPushBack } from '#db/queries/push-backs.ts'
import { candidatesToRefine } from '#db/queries/refinement-candidates.ts'
import { emptyDatabase } from '#db/testing/empty-database.ts'
import { happenedSince } from '#db/queries/update-since.ts'
import { LONG_RANK, rankBetween } from '#lib/domain/rank.ts'
import { meansOf } from './fixtures.ts'
import { OURS } from './means.ts'

/** What no valid request comes to, and whose text stands nowhere whole. */
export async function goOtherWays(): Promise<void> {
  const means = await meansOf('em')
  const [ctx, ref, other] = [await means.as('em'), await means.issue(), await means.issue()]
  await eventsAfter(ctx, 0, 1)
  await sentencesAfter(ctx, ref, 0)
  await candidatesToRefine(ctx, null)
  await listHands(ctx, { group: OURS, state: 'lowered' })
  await pushBacksToDecide(ctx)
  await pushBacksDue(ctx)
  await waitingPushBack(ctx, ref)
  await happenedSince(ctx, [{ kind: 'epic', ref: means.epic, since: ctx.now }])
  const { event } = await weighIssue(ctx, { group: OURS, ref, weight: 3 })
  const one = async (inside: Ctx) => (more: number) =>
    weighIssue(inside, { group: OURS, ref: more, weight: 1 })
  await forEachIssue(ctx, [other], one, event)
  for (const newest of [event, event + 1]) await keptReport(ctx, newest)
  await spread(ctx, { ref, board: 'build', order: 'group', after: other })
  await saveAndRestore(ctx.now)
}

/** The ranks around a gap that has grown narrow; taken back, since nothing tells of them. */
async function spread(ctx: Ctx, move: Parameters<typeof rankIn>[1] & { after: number }): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    const inside: Ctx = { ...ctx, db: client, inside: true }
    const low = (await lastRanks(inside)).group
    let high = rankBetween(low, null)
    while (rankBetween(low, high).length <= LONG_RANK) high = rankBetween(low, high)
    await gapAt(inside, move)
    await rankIn(inside, move, { low, high })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function saveAndRestore(now: Date): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'saydo-statements-'))
  try {
    const file = join(folder, 'saved.backup')
    await saveBackup(databaseUrl(), file, now)
    await restoreBackup(await emptyDatabase(), file, { replace: false, log: () => {} })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
