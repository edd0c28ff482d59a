import type { InputOf } from '#lib/contract/endpoint.ts'
import type { commentOnIssue as promise } from '#lib/contract/issues.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { acknowledge, mention } from '../mentions.ts'
import { changedIssue } from './answer.ts'

/** Says something about an issue: it answers whoever mentioned its author there, and asks whom it mentions. */
export const commentOnIssue = (
  ctx: Ctx,
  { ref, body, sample }: InputOf<typeof promise> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'comment')
    const issue = await issueFacts(ctx, ref)
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into comments (group_id, issue_number, author_id, body, sample, created_at)
        values ($1, $2, $3, $4, $5, $6) returning id`,
      [ctx.group.id, ref, ctx.actor.id, body, sample ?? false, ctx.now],
    )
    const comment = rows[0]?.id ?? 0
    const mentioned = await mention(ctx, { issue, comment, text: body })
    const event = await record(ctx, {
      type: 'issue.commented',
      issue: ref,
      data: { comment: String(comment), mentioned },
    })
    await acknowledge(ctx, { issue: ref, comment, how: 'reply' })
    return changedIssue(ctx, ref, event)
  })
