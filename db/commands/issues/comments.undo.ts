import { whyNotEditComment } from '#lib/domain/comments.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { commentFacts } from '../../queries/comments.ts'
import { issueFacts } from '../../queries/facts.ts'
import { editComment, reactToComment } from '../comments.ts'
import type { ToUndo, UndoHandlers } from '../undo-handler.ts'

/**
 * Which of the issue's events are of comments. One that is undone is gone, with its text: the ledger keeps that a person
 * commented, and an author who undoes what should not have been written does not want the text kept.
 */
export const commentsUndo: Pick<
  UndoHandlers<'issue'>,
  'issue.commented' | 'issue.comment_edited' | 'issue.comment_reacted' | 'issue.mention_acknowledged'
> = {
  'issue.commented': async (ctx, event) => {
    authorise(ctx, 'comment')
    await issueFacts(ctx, event.issue)
    const comment = await commentFacts(ctx, event.issue, Number(event.data.comment))
    insist(whyNotEditComment({ author: comment.authorId, me: ctx.actor.id }))
    await ctx.db.query('delete from comments where group_id = $1 and id = $2', [ctx.group.id, comment.id])
    await unanswer(ctx, event)
    await withdrawNotices(ctx, event)
    return record(ctx, {
      type: 'issue.comment_taken_back',
      issue: event.issue,
      data: { comment: event.data.comment },
    })
  },
  'issue.comment_edited': async (ctx, { issue, data }) => {
    const { id, version } = await commentFacts(ctx, issue, Number(data.comment))
    return editComment(ctx, { group: ctx.group.slug, ref: issue, comment: id, body: data.from, version })
  },
  'issue.comment_reacted': async (ctx, event) => {
    const { comment, emoji, on } = event.data
    const what = { group: ctx.group.slug, ref: event.issue, comment: Number(comment), emoji }
    if (on) await unanswer(ctx, event)
    return reactToComment(ctx, { ...what, on: !on })
  },
  // Comes and goes with the comment or the reaction that was the answer.
  'issue.mention_acknowledged': (ctx, event) => unanswer(ctx, event),
}

/** The people who were asked for an acknowledgement owe it again. */
async function unanswer(
  ctx: Ctx,
  { issue, at }: Pick<ToUndo<'issue.commented'>, 'issue' | 'at'>,
): Promise<void> {
  await ctx.db.query(
    `update mentions set acknowledged_at = null, acknowledged_by = null
      where group_id = $1 and issue_number = $2 and person_id = $3 and acknowledged_at = $4`,
    [ctx.group.id, issue, ctx.actor.id, at],
  )
}

/** Takes it out of the inboxes, with what was told of it: there is nothing to read any more. */
async function withdrawNotices(ctx: Ctx, { number, data }: ToUndo<'issue.commented'>): Promise<void> {
  await ctx.db.query(
    `delete from inbox_items i using events e where i.group_id = $1 and e.group_id = $1
      and e.number = i.event_number and e.number >= $2 and e.data->>'comment' = $3`,
    [ctx.group.id, number, data.comment],
  )
}
