import type { Changed } from '#lib/contract/issues.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { FACTS } from '#lib/domain/facts/facts.ts'
import type { FactsShown } from '#lib/domain/facts/facts.ts'
import { eventOf } from '#lib/domain/facts/values.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** Sets a fact that is one value: its health, its day, whether stakeholders find it. */
export const setFact = <N extends FactName>(
  ctx: Ctx,
  ref: number,
  name: N,
  to: FactsShown[N],
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const fact = FACTS[name]
    const from = (await issueFacts(ctx, ref))[fact.key]
    if (from === to) return unchangedIssue(ctx, ref)
    if (fact.kind === 'day' && typeof to === 'string') insist(whyNotDay(to))
    await setColumn(ctx, ref, fact.key, to)
    // safe because both values are of the fact whose event it is
    const event = { type: eventOf(fact), data: { from, to } } as AnyEvent
    return changedIssue(ctx, ref, await record(ctx, { ...event, issue: ref }))
  })
