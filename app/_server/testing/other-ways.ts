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
import { emptyDatabase } from '#db/testing/empty-database.ts'
import { LONG_RANK, rankBetween } from '#lib/domain/rank.ts'
import { sceneOf } from './fixtures.ts'
import { OURS } from './scene.ts'

/** What no valid request comes to, and whose text stands nowhere whole. */
export async function goOtherWays(): Promise<void> {
  const scene = await sceneOf('em')
  const [ctx, ref, other] = [await scene.as('em'), await scene.issue(), await scene.issue()]
  await eventsAfter(ctx, 0, 1)
  await sentencesAfter(ctx, ref, 0)
  const { event } = await weighIssue(ctx, { group: OURS, ref, weight: 3 })
  const one = async (inside: Ctx) => (more: number) =>
    weighIssue(inside, { group: OURS, ref: more, weight: 1 })
  await forEachIssue(ctx, [other], one, event)
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
