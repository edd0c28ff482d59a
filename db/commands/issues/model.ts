import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setModel as endpoint } from '#lib/contract/issue-facts.ts'
import { means } from '#lib/domain/labels.ts'
import { whyNotAdd } from '#lib/domain/models/readiness.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { modelById, modelGate } from '../../queries/models.ts'
import { insistOnGate } from '../models/gate.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** Says which model an issue adds. What is a Deliverable already adds none that is not ready. */
export const setModel = (ctx: Ctx, { ref, model: id }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    if (id === (facts.model && Number(facts.model.id))) return unchangedIssue(ctx, ref)
    const to = id === null ? null : await modelById(ctx, id)
    if (to && means(facts.labels, 'deliverable')) {
      const gate = await modelGate(ctx, to.id)
      insistOnGate(ctx, gate && whyNotAdd(gate), gate)
    }
    await setColumn(ctx, ref, 'modelId', to?.id ?? null)
    const data = { from: facts.model, to: to && { id: String(to.id), name: to.name } }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.model_set', issue: ref, data }))
  })
