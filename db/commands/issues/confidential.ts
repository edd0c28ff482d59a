import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setConfidential as endpoint } from '#lib/contract/issue-facts.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** From here on stakeholders do not find it, nor what happened to it, before or since; or they find it again. */
export const setConfidential = (ctx: Ctx, { ref, confidential }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    if (confidential === facts.confidential) return unchangedIssue(ctx, ref)
    await setColumn(ctx, ref, 'confidential', confidential)
    const data = { from: facts.confidential, to: confidential }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.confidential_set', issue: ref, data }))
  })
