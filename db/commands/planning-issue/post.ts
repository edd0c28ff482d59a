import type { InputOf } from '#lib/contract/endpoint.ts'
import type { postCapacity as endpoint } from '#lib/contract/planning-issue.ts'
import { capacityPost } from '#lib/domain/planning-issue/markdown.ts'
import { whyNotPost } from '#lib/domain/planning-issue/rules.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { liveBlocks } from '../../queries/planning-blocks.ts'
import { planningIn } from '../../queries/planning-issue.ts'
import { inTransaction } from '../../transaction.ts'
import { commentOnIssue } from '../issues/comment.ts'

/**
 * Handbook › Capacity Planning: "The EM posts the team capacity and DRIs on the planning issue." A comment of theirs, with
 * what everyone may see; the DRIs are mentioned. Taking the comment back takes the post back.
 */
export const postCapacity = (
  ctx: Ctx,
  { milestone, sample }: InputOf<typeof endpoint> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'capacity.post')
    const { box, planning } = await planningIn(ctx, milestone)
    const { ref, frozen, state } = planning
    insist(whyNotPost({ title: box.title, frozen: frozen !== null, isOpen: state === 'open' }))
    const { slug } = ctx.group
    const body = capacityPost(await liveBlocks(ctx, box, { seesAll: false }), slug)
    const { comment, event } = await commentOnIssue(ctx, {
      group: slug,
      ref,
      body,
      ...(sample ? { sample } : {}),
    })
    if (comment === null) throw new Error('A post of capacity has words.')
    await ctx.db.query(
      'insert into planning_posts (group_id, comment_id, milestone_id) values ($1, $2, $3)',
      [ctx.group.id, comment, Number(box.id)],
    )
    await record(ctx, {
      type: 'planning_issue.posted',
      issue: ref,
      cause: event,
      data: { milestone: { id: box.id, title: box.title }, comment: String(comment) },
    })
    return { ref, comment, event }
  })
