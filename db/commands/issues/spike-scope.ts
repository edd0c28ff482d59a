import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setSpikeScope as promise } from '#lib/contract/issue-facts.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './answer.ts'
import { setColumn } from './columns.ts'

/** Handbook › Ready for Development Status: "the scope of the spike should be clearly stated". No words are no scope. */
export const setSpikeScope = (ctx: Ctx, { ref, scope }: InputOf<typeof promise>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const to = scope?.trim() || null
    if (to === facts.spikeScope) return unchangedIssue(ctx, ref)
    await setColumn(ctx, ref, 'spike_scope', to)
    const data = { from: facts.spikeScope, to }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.spike_scope_set', issue: ref, data }))
  })
