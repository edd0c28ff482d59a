import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setHealth as endpoint } from '#lib/contract/issue-facts.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** How it is doing, in the words of whoever works on it; a machine never says it. */
export const setHealth = (ctx: Ctx, { ref, health }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    if (health === facts.health) return unchangedIssue(ctx, ref)
    await setColumn(ctx, ref, 'health', health)
    const data = { from: facts.health, to: health }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.health_set', issue: ref, data }))
  })
