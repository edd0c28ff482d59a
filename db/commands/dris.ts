import type { noVolunteer as endpoint } from '#lib/contract/dris.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { type Unclaimed, whyNotUnclaimed } from '#lib/domain/unclaimed.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { issueFacts } from '../queries/facts.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Handbook › How DRIs get assigned: "If no one volunteers, we discuss why". May be recorded again, at the next sync: the
 * newest record stands, until the issue has a DRI.
 */
export const noVolunteer = (ctx: Ctx, { ref, reason, note = '' }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const said = { reason, note: note.trim() }
    await insistOnUnclaimed(ctx, ref, said)
    const { rows } = await ctx.db.query<{ id: number }>({
      name: 'record-unclaimed',
      text: `insert into unclaimed (group_id, issue_number, reason, note, by_id, at) values ($1, $2, $3, $4, $5, $6)
        returning id`,
      values: [ctx.group.id, ref, said.reason, said.note, ctx.actor.id, ctx.now],
    })
    const [row] = rows
    if (!row) throw new Error('The database recorded nothing.')
    const data = { id: row.id, ...said }
    return { event: await record(ctx, { type: 'dri.unclaimed', issue: ref, data }) }
  })

async function insistOnUnclaimed(ctx: Ctx, ref: number, { reason, note }: Unclaimed): Promise<void> {
  const { dri, state } = await issueFacts(ctx, ref)
  insist(whyNotUnclaimed({ open: state === 'open', dri: dri && dri.name, reason, note }))
}

type Recorded = Unclaimed & { id: number }

/** What undoing a record comes to. */
export async function removeUnclaimed(
  ctx: Ctx,
  ref: number,
  { id, reason, note }: Recorded,
): Promise<number> {
  await issueFacts(ctx, ref)
  await setRemoved(ctx, ref, id, ctx.now)
  return record(ctx, { type: 'dri.unclaimed_removed', issue: ref, data: { id, reason, note } })
}

/** And undoing that. */
export async function restoreUnclaimed(
  ctx: Ctx,
  ref: number,
  { id, reason, note }: Recorded,
): Promise<number> {
  await insistOnUnclaimed(ctx, ref, { reason, note })
  await setRemoved(ctx, ref, id, null)
  return record(ctx, { type: 'dri.unclaimed', issue: ref, data: { id, reason, note } })
}

const setRemoved = (ctx: Ctx, ref: number, id: number, at: Date | null) =>
  ctx.db.query({
    name: 'set-unclaimed-removed',
    text: 'update unclaimed set removed_at = $4 where group_id = $1 and issue_number = $2 and id = $3',
    values: [ctx.group.id, ref, id, at],
  })
