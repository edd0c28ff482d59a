import type { InputOf } from '#lib/contract/endpoint.ts'
import type { applySandbox as applying } from '#lib/contract/sandboxes.ts'
import { whyNotApply } from '#lib/domain/sandbox/rights.ts'
import { changeText } from '#lib/domain/sandbox/text.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { lastEvent } from '../../queries/events.ts'
import type { ChangeRow } from '../../queries/sandbox-changes.ts'
import { conflictsOf, eventsSince, sandboxPlan, type SandboxPlan } from '../../queries/sandbox-view.ts'
import { inTransaction } from '../../transaction.ts'
import { applyChange, type Means } from './apply-change.ts'
import { markApplied, openOne } from './open.ts'

type Input = InputOf<typeof applying>
type Refused = { change: number; because: string }

/**
 * Makes the changes of a what-if by the commands by which they are made by hand: with their rights, their rules and their
 * events, all or none. It is one act, so that undoing takes all of it back and opens the what-if again.
 *
 * @throws conflict where the reader did not see what they would apply, or where the plan moved there meanwhile; refused
 *   with the reason of each change that cannot be made
 */
export const applySandbox = (ctx: Ctx, input: Input) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sandbox.edit')
    const { row, ...named } = await openOne(ctx, input.milestone, input.sandbox)
    const plan = await sandboxPlan(ctx, input.milestone, input.sandbox)
    await insistOnSeen(ctx, Number(plan.box.id), row.id, input.seen)
    const leftOut = plan.changes.filter(({ id }) => input.leaveOut?.includes(id))
    const chosen = plan.changes.filter((one) => !leftOut.includes(one))
    insist(chosen.length > 0 ? null : { code: 'nothing', because: 'There is nothing to apply.' })
    await insistOnConfirmed(ctx, plan, chosen, input)
    await markApplied(
      ctx,
      named,
      leftOut.map(({ id }) => id),
    )
    const means = { milestone: input.milestone, title: row.title, kind: input.kind ?? 'other' }
    insistOnAll(await refusalsOf(ctx, chosen, means), chosen)
    return { applied: chosen.length, event: await lastEvent(ctx) }
  })

/** What was added by other people since it was read is not applied unseen. */
async function insistOnSeen(ctx: Ctx, milestone: number, sandbox: number, seen: number): Promise<void> {
  const { rowCount } = await ctx.db.query(
    `select from events where group_id = $1 and number > $2 and subject_kind = 'milestone' and subject_key = $3
      and type like 'sandbox.%' and (data->'sandbox'->>'id')::int = $4 limit 1`,
    [ctx.group.id, seen, String(milestone), sandbox],
  )
  if (rowCount === 0) return
  const because = 'This what-if has changed since you opened it. Check its changes and apply again.'
  throw new Failure('conflict', because, { rule: 'sandbox_changed' })
}

/** A change whose target moved is applied only when its reader saw how, and says so. */
async function insistOnConfirmed(
  ctx: Ctx,
  plan: SandboxPlan,
  chosen: readonly ChangeRow[],
  { seen, confirm = [] }: Input,
): Promise<void> {
  const events = await eventsSince(ctx, plan)
  const open = chosen.flatMap((row): Refused[] => {
    const conflicts = conflictsOf(events, row, plan.box)
    const isConfirmed = confirm.includes(row.id) && conflicts.every(({ number }) => number <= seen)
    if (conflicts.length === 0 || isConfirmed) return []
    return [{ change: row.id, because: conflicts.map(({ sentence }) => sentence ?? '').join(' ') }]
  })
  if (open.length === 0) return
  const because =
    open.length === 1
      ? 'The live plan has changed where this what-if changes it. Confirm that change or leave it out.'
      : `The live plan has changed in ${open.length} places. Confirm each of these changes or leave it out.`
  throw new Failure('conflict', because, { rule: 'changed_meanwhile', changes: open })
}

/** Each change in a savepoint of its own, so that the others tell as well whether they can be made. */
async function refusalsOf(ctx: Ctx, chosen: readonly ChangeRow[], means: Means): Promise<Refused[]> {
  const refused: Refused[] = []
  for (const row of chosen) {
    try {
      const because = whyNotApply(ctx.actor, row.change)
      if (because) throw new Failure('forbidden', because.because, { rule: because.code })
      await inTransaction(ctx, (ctx) => applyChange(ctx, row, means))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      refused.push({ change: row.id, because: error.detail })
    }
  }
  return refused
}

function insistOnAll(refused: readonly Refused[], chosen: readonly ChangeRow[]): void {
  if (refused.length === 0) return
  const each = refused.map(({ change, because }) => {
    const row = chosen.find(({ id }) => id === change)
    return row ? `${changeText(row.data)}: ${because}` : because
  })
  const none = 'Nothing was applied.'
  throw new Failure('refused', `${none} ${each.join(' ')}`, { rule: 'changes_refused', changes: refused })
}
