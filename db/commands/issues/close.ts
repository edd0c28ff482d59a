import type { InputOf } from '#lib/contract/endpoint.ts'
import type { closeIssue as close, reopenIssue as reopen } from '#lib/contract/issues.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { issueFacts } from '../../queries/facts.ts'
import { followRefinements } from '../refinements.ts'
import { changedIssue } from './changed-issue.ts'
import { linkOriginal } from './duplicate.ts'
import { writeClosed, writeReopened } from './write-closed.ts'

export const closeIssue = (ctx: Ctx, { ref, reason = 'done', duplicateOf }: InputOf<typeof close>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.close')
    const facts = await issueFacts(ctx, ref)
    insist(facts.state === 'closed' ? { code: 'closed', because: `#${ref} is already closed.` } : null)
    await linkOriginal(ctx, ref, reason, duplicateOf)
    const event = await writeClosed(ctx, facts, reason)
    await followRefinements(ctx, [ref], event)
    return changedIssue(ctx, ref, event)
  })

export const reopenIssue = (ctx: Ctx, { ref }: InputOf<typeof reopen>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.close')
    const facts = await issueFacts(ctx, ref)
    insist(facts.state === 'open' ? { code: 'open', because: `#${ref} is already open.` } : null)
    const event = await writeReopened(ctx, facts)
    await followRefinements(ctx, [ref], event)
    return changedIssue(ctx, ref, event)
  })
