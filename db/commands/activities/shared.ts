import { isShared } from '#lib/domain/cadence/activities.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { groupById, inBothGroups } from '../../both-groups.ts'
import { authorise, type Ctx } from '../../context.ts'
import { activityRows } from '../../queries/activity-rows.ts'
import { todayOf } from '../../queries/milestones.ts'
import { inTransaction } from '../../transaction.ts'

/**
 * Changes an activity, with the counterpart group beside it where both share it. Whether they do is read before the groups are
 * locked; where that has changed by then, the act is refused. Rights are asked of those whose group it is, behind the lock.
 */
export async function inBoth<T>(
  ctx: Ctx,
  id: number,
  act: 'activity.edit' | 'activity.record',
  run: (ctx: Ctx, partner: Ctx | null) => Promise<T>,
): Promise<T> {
  const before = await partnerOf(ctx, id)
  const alike = async (ctx: Ctx) => {
    authorise(ctx, act)
    if ((await partnerOf(ctx, id)) !== before)
      throw new Failure('conflict', 'How this activity is shared has just changed. Try again.', {
        rule: 'share_changed',
      })
  }
  if (before === null)
    return inTransaction(ctx, async (ctx) => {
      await alike(ctx)
      return run(ctx, null)
    })
  const group = await groupById(ctx, before)
  if (!group) throw notFound('The counterpart group')
  return inBothGroups(ctx, group, async (ours, theirs) => {
    await alike(ours)
    return run(ours, theirs)
  })
}

async function partnerOf(ctx: Ctx, id: number): Promise<number | null> {
  const [row] = await activityRows(ctx, todayOf(ctx), id)
  return row?.share && isShared(row.share.state) ? row.share.group.id : null
}
