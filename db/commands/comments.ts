import type { editComment as edit, reactToComment as react } from '#lib/contract/comments.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotEditComment, whyNotReaction } from '#lib/domain/comments.ts'
import { mentionsIn } from '#lib/domain/mentions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { commentFacts } from '../queries/comments.ts'
import { issueFacts } from '../queries/facts.ts'
import { changedIssue, unchangedIssue } from './issues/changed-issue.ts'
import { meOf } from './issues/dri.ts'
import { acknowledge, mention } from './mentions.ts'

/** The editor of an older version gets both texts and loses neither. */
export const editComment = (ctx: Ctx, { ref, comment: id, body, version }: InputOf<typeof edit>) => {
  const named = mentionsIn(body)
  return inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'comment')
    const issue = await issueFacts(ctx, ref)
    const comment = await commentFacts(ctx, ref, id)
    insist(whyNotEditComment({ author: comment.authorId, me: ctx.actor.id }))
    if (comment.body === body) return unchangedIssue(ctx, ref)
    if (comment.version !== version) {
      throw new Failure('stale', 'You edited this comment in another place. Choose a version.', {
        rule: 'stale',
        yours: { body },
        theirs: { body: comment.body },
        version: comment.version,
      })
    }
    await ctx.db.query(
      `update comments set body = $3, edited_at = $4, version = version + 1 where group_id = $1 and id = $2`,
      [ctx.group.id, id, body, ctx.now],
    )
    const mentioned = await mention(ctx, { issue, comment: id, named })
    const event = await record(ctx, {
      type: 'issue.comment_edited',
      issue: ref,
      data: { comment: String(id), from: comment.body, to: body, mentioned },
    })
    return changedIssue(ctx, ref, event)
  })
}

/** Says with one emoji what needs no words. Putting on what is on, or taking off what is off, changes nothing. */
export const reactToComment = (ctx: Ctx, { ref, comment, emoji, on }: InputOf<typeof react>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'comment')
    insist(whyNotReaction(emoji))
    const me = meOf(ctx)
    await issueFacts(ctx, ref)
    await commentFacts(ctx, ref, comment)
    const { rowCount } = on
      ? await ctx.db.query(
          `insert into comment_reactions (group_id, comment_id, person_id, emoji, created_at)
            values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [ctx.group.id, comment, me.id, emoji, ctx.now],
        )
      : await ctx.db.query(
          `delete from comment_reactions where group_id = $1 and comment_id = $2 and person_id = $3 and emoji = $4`,
          [ctx.group.id, comment, me.id, emoji],
        )
    if (rowCount === 0) return unchangedIssue(ctx, ref)
    const data = { comment: String(comment), emoji, on }
    const event = await record(ctx, { type: 'issue.comment_reacted', issue: ref, data })
    if (on) await acknowledge(ctx, { issue: ref, comment, how: 'reaction', cause: event })
    return changedIssue(ctx, ref, event)
  })
