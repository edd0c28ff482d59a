import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setSpikeScope as endpoint } from '#lib/contract/issue-facts.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** Handbook › Ready for Development Status: "the scope of the spike should be clearly stated". No words are no scope. */
export const setSpikeScope = (ctx: Ctx, { ref, scope, was }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const to = scope?.trim() || null
    if (to === facts.spikeScope) return unchangedIssue(ctx, ref)
    if ((was?.trim() || null) !== facts.spikeScope) throw stale(to, facts.spikeScope)
    await setColumn(ctx, ref, 'spikeScope', to)
    const data = { from: facts.spikeScope, to }
    const event = await record(ctx, { type: 'issue.spike_scope_set', issue: ref, data })
    return changedIssue(ctx, ref, event, warnErosion(facts, { ...facts, spikeScope: to }))
  })

const stale = (yours: string | null, theirs: string | null) =>
  new Failure('stale', 'Another person changed this scope while you were editing. Choose a version.', {
    rule: 'stale',
    yours: { scope: yours ?? '' },
    theirs: { scope: theirs ?? '' },
  })
