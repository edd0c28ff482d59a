import type { InputOf } from '#lib/contract/endpoint.ts'
import type { closeIssue as close, reopenIssue as reopen } from '#lib/contract/issues.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { closeEpicIfDone, reopenEpic } from '../epics.ts'
import { changedIssue } from './changed-issue.ts'
import { linkOriginal } from './duplicate.ts'
import { writeMove } from './move.ts'
import { waitOf, writeWait } from './wait.ts'

export const closeIssue = (ctx: Ctx, { ref, reason = 'done', duplicateOf }: InputOf<typeof close>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.close')
    const facts = await issueFacts(ctx, ref)
    insist(facts.state === 'closed' ? { code: 'closed', because: `#${ref} is already closed.` } : null)
    await linkOriginal(ctx, ref, reason, duplicateOf)
    await writeMove(ctx, facts, { order: 'group', rank: null, close: reason, reopen: false })
    const wait = await waitOf(ctx, facts, { labels: facts.labels, open: false })
    await writeWait(ctx, ref, wait)
    const event = await record(ctx, { type: 'issue.closed', issue: ref, data: { reason, ...wait } })
    await closeEpicIfDone(ctx, facts.epic, { issue: ref, cause: event })
    return changedIssue(ctx, ref, event)
  })

export const reopenIssue = (ctx: Ctx, { ref }: InputOf<typeof reopen>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.close')
    const facts = await issueFacts(ctx, ref)
    insist(facts.state === 'open' ? { code: 'open', because: `#${ref} is already open.` } : null)
    await writeMove(ctx, facts, { order: 'group', rank: null, close: null, reopen: true })
    const wait = await waitOf(ctx, facts, { labels: facts.labels, open: true })
    await writeWait(ctx, ref, wait)
    const event = await record(ctx, {
      type: 'issue.reopened',
      issue: ref,
      data: { was: facts.closeReason, ...wait },
    })
    await reopenEpic(ctx, facts.epic, { issue: ref, cause: event }, 'reopened')
    return changedIssue(ctx, ref, event)
  })
