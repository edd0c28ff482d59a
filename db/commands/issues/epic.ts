import type { InputOf } from '#lib/contract/endpoint.ts'
import type { joinEpic as endpoint } from '#lib/contract/issue-facts.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { epicByNumber, type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { closeEpicIfDone, reopenEpic } from '../epics.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** Handbook › Scoping work: "The issues in the epic constitute the entire scope of the work item". */
export const joinEpic = (ctx: Ctx, { ref, epic }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    if (epic === facts.epic) return unchangedIssue(ctx, ref)
    return changedIssue(ctx, ref, await changeEpic(ctx, facts, epic))
  })

/** Open work that comes opens a closed epic again; when the last open work leaves, what remains is complete. */
export async function changeEpic(ctx: Ctx, facts: IssueFacts, epic: number | null): Promise<number> {
  const to = await epicRef(ctx, epic)
  await setColumn(ctx, facts.number, 'epicNumber', epic)
  const event = await record(ctx, {
    type: 'issue.epic_set',
    issue: facts.number,
    data: { from: await epicRef(ctx, facts.epic), to },
  })
  if (facts.state === 'open') {
    const over = { issue: facts.number, cause: event }
    await closeEpicIfDone(ctx, facts.epic, over)
    await reopenEpic(ctx, epic, over, 'added')
  }
  return event
}

async function epicRef(ctx: Ctx, number: number | null) {
  if (number === null) return null
  const epic = await epicByNumber(ctx, number)
  return { id: String(epic.number), title: epic.title }
}
