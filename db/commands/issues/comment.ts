import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { commentOnIssue as endpoint } from '#lib/contract/issues.ts'
import { mentionsIn } from '#lib/domain/mentions.ts'
import { readQuickActions } from '#lib/domain/quick-actions.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { lastEvent, sentencesAfter } from '../../queries/events.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { acknowledge, mention } from '../mentions.ts'
import { changedIssue } from './changed-issue.ts'
import { actQuickly } from './quick-actions.ts'

type Input = InputOf<typeof endpoint> & { sample?: boolean }

/**
 * Says something about an issue: it answers the person who mentioned its author there, and asks whom it mentions. Quick
 * actions in it are done with it; where nothing else was written, there is no comment, only what was done.
 */
export const commentOnIssue = (
  ctx: Ctx,
  { ref, body, sample = false }: Input,
): Promise<OutputOf<typeof endpoint>> => {
  const { text, acts, unknown } = readQuickActions(body)
  const content = { body: text, named: mentionsIn(text), sample }
  return inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'comment')
    const issue = await issueFacts(ctx, ref)
    const comment = text === '' ? null : await say(ctx, issue, content)
    const before = await lastEvent(ctx)
    const done = await actQuickly(ctx, ref, acts)
    const event = comment?.event ?? done.at(-1)?.event ?? before
    const warnings = [...done.flatMap((one) => one.warnings), ...unknown.map(asWarning)]
    const changed = await changedIssue(ctx, ref, event, warnings)
    const reports = acts.length === 0 ? [] : await sentencesAfter(ctx, ref, before)
    return { ...changed, comment: comment?.id ?? null, reports }
  })
}

type NewComment = { body: string; named: string[]; sample: boolean }

async function say(
  ctx: Ctx,
  issue: IssueFacts,
  { body, named, sample }: NewComment,
): Promise<{ id: number; event: number }> {
  const { rows } = await ctx.db.query<{ id: number }>(
    `insert into comments (group_id, subject_kind, subject_number, author_id, body, sample, created_at)
      values ($1, 'issue', $2, $3, $4, $5, $6) returning id`,
    [ctx.group.id, issue.number, ctx.actor.id, body, sample, ctx.now],
  )
  const id = rows[0]?.id ?? 0
  const mentioned = await mention(ctx, { issue, comment: id, named })
  const data = { comment: String(id), mentioned }
  const event = await record(ctx, { type: 'issue.commented', issue: issue.number, data })
  await acknowledge(ctx, { issue: issue.number, comment: id, how: 'reply', cause: event })
  return { id, event }
}

export const asWarning = (line: string) => ({
  code: 'unknown_quick_action',
  because: `Unknown quick action “${line}”, kept as text.`,
})
