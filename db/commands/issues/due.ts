import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setDue as endpoint } from '#lib/contract/issue-facts.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** A day of the group's calendar by which it should be done; a past one is found by the triage report, not refused. */
export const setDue = (ctx: Ctx, { ref, due }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    if (due === facts.dueOn) return unchangedIssue(ctx, ref)
    if (due !== null) insist(whyNotDay(due))
    await setColumn(ctx, ref, 'due_on', due)
    const data = { from: facts.dueOn, to: due }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.due_set', issue: ref, data }))
  })
