import type { InputOf } from '#lib/contract/endpoint.ts'
import type { addLink as add, removeLink as remove } from '#lib/contract/links.ts'
import { inverseOf, linkAs, type LinkRole, whyNotLink } from '#lib/domain/links.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { issueFacts } from '../queries/facts.ts'
import { linksAround } from '../queries/links.ts'
import { followRefinements } from './refinements.ts'
import { changedIssue } from './issues/changed-issue.ts'

/** Says how one issue stands to another; both pages show it, each from its side. */
export const addLink = (ctx: Ctx, { ref, role, other }: InputOf<typeof add>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    await Promise.all([issueFacts(ctx, ref), issueFacts(ctx, other)])
    return changedIssue(ctx, ref, await link(ctx, ref, role, other))
  })

export const removeLink = (ctx: Ctx, { ref, role, other }: InputOf<typeof remove>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    await Promise.all([issueFacts(ctx, ref), issueFacts(ctx, other)])
    return changedIssue(ctx, ref, await unlink(ctx, ref, role, other))
  })

/** Returns the number of the event of `ref`; the other issue has its own, so that its page and history follow too. */
export async function link(ctx: Ctx, ref: number, role: LinkRole, other: number): Promise<number> {
  const wanted = linkAs(ref, role, other)
  insist(whyNotLink(wanted, await linksAround(ctx, wanted)))
  await ctx.db.query(
    `insert into issue_links (group_id, from_subject_kind, from_subject_number, to_subject_kind, to_subject_number,
        kind, by_id, created_at)
      values ($1, 'issue', $2, 'issue', $3, $4, $5, $6)`,
    [ctx.group.id, wanted.from, wanted.to, wanted.kind, ctx.actor.id, ctx.now],
  )
  return followed(ctx, role, [ref, other], await recordBoth(ctx, 'issue.linked', ref, role, other))
}

export async function unlink(ctx: Ctx, ref: number, role: LinkRole, other: number): Promise<number> {
  const { from, to, kind } = linkAs(ref, role, other)
  const gone = await ctx.db.query(
    `delete from issue_links where group_id = $1 and kind = $4
      and ((from_number = $2 and to_number = $3) or ($4 = 'relates' and from_number = $3 and to_number = $2))`,
    [ctx.group.id, from, to, kind],
  )
  if (gone.rowCount === 0) {
    const because = `#${ref} and #${other} no longer have this link.`
    throw new Failure('refused', because, { rule: 'not_linked' })
  }
  return followed(ctx, role, [ref, other], await recordBoth(ctx, 'issue.unlinked', ref, role, other))
}

/** A refinement issue lists what it relates to, and pieces hold what was left to weigh. */
async function followed(ctx: Ctx, role: LinkRole, refs: number[], event: number): Promise<number> {
  if (role === 'relates' || role === 'split_into') await followRefinements(ctx, refs, event)
  return event
}

async function recordBoth(
  ctx: Ctx,
  type: 'issue.linked' | 'issue.unlinked',
  ref: number,
  role: LinkRole,
  other: number,
): Promise<number> {
  const event = await record(ctx, { type, issue: ref, data: { role, other } })
  await record(ctx, { type, issue: other, cause: event, data: { role: inverseOf(role), other: ref } })
  return event
}
