import type { InputOf } from '#lib/contract/endpoint.ts'
import type { assignIssue as assign } from '#lib/contract/issues.ts'
import type { Changed } from '#lib/contract/issues.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts, memberByHandle, type PersonRef } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'

const named = ({ id, name }: PersonRef) => ({ id, name })

/** Sets who works on it. Everybody may come and go themselves; assigning others is the EM's. */
export const assignIssue = (ctx: Ctx, { ref, assignees }: InputOf<typeof assign>) =>
  changeAssignees(ctx, ref, () => assignees)

/** The same, by who works on it now: `next` says who will. All are named by handle. */
export const changeAssignees = (
  ctx: Ctx,
  ref: number,
  next: (held: readonly string[]) => readonly string[],
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    const facts = await issueFacts(ctx, ref)
    const handles = next(facts.assignees.map(({ handle }) => handle))
    const kept = (handle: string) => facts.assignees.find((held) => held.handle === handle)
    const wanted = await Promise.all(handles.map((handle) => kept(handle) ?? memberByHandle(ctx, handle)))
    const added = wanted.filter((person) => !facts.assignees.some((held) => held.id === person.id))
    const removed = facts.assignees.filter((person) => !wanted.some((kept) => kept.id === person.id))
    if (added.length + removed.length === 0) return unchangedIssue(ctx, ref)
    if ([...added, ...removed].some((person) => person.id !== ctx.actor.id)) authorise(ctx, 'assign.others')
    const written = writeAssignees(ctx, ref, added, removed)
    const data = { added: added.map(named), removed: removed.map(named) }
    const event = record(ctx, { type: 'issue.assigned', issue: ref, data })
    return changedIssue(ctx, ref, event, warnErosion(facts, { ...facts, assignees: wanted }), [written])
  })

export async function writeAssignees(
  ctx: Ctx,
  ref: number,
  added: readonly { id: string }[],
  removed: readonly { id: string }[],
): Promise<void> {
  const ids = (people: readonly { id: string }[]) => [...new Set(people.map((person) => person.id))]
  await ctx.db.query(
    `with off as (delete from issue_assignees where group_id = $1 and issue_number = $2 and person_id = any($4)),
      touched as (update issues set updated_at = $5 where group_id = $1 and number = $2)
      insert into issue_assignees (group_id, issue_number, person_id, added_at)
      select $1, $2, unnest($3::text[]), $5 on conflict do nothing`,
    [ctx.group.id, ref, ids(added), ids(removed), ctx.now],
  )
}
