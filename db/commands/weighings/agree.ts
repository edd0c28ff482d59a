import type { InputOf } from '#lib/contract/endpoint.ts'
import type { agreeOnWeight as agree } from '#lib/contract/weighings.ts'
import { whyNotAgree } from '#lib/domain/weighing.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { weighIssue } from '../issues/plan.ts'
import { viewer, standOf, theRunning } from './running.ts'

/** Ends it with one weight, which is set by the same command as any other. */
export const agreeOnWeight = (ctx: Ctx, { group, ref, weight }: InputOf<typeof agree>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    await issueFacts(ctx, ref)
    const weighing = await theRunning(ctx, ref)
    insist(whyNotAgree(viewer(ctx, weighing), standOf(weighing)))
    await ctx.db.query('update weighings set closed_at = $3, agreed = $4 where group_id = $1 and id = $2', [
      ctx.group.id,
      weighing.id,
      ctx.now,
      weight,
    ])
    await record(ctx, { type: 'weighing.agreed', issue: ref, data: { weight } })
    return weighIssue(ctx, { group, ref, weight })
  })
