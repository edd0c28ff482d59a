import type { InputOf } from '#lib/contract/endpoint.ts'
import type { handOverIssue as endpoint } from '#lib/contract/hand-overs.ts'
import type { Changed } from '#lib/contract/issues.ts'
import { whyNotAsSeen, whyNotDrive, whyNotHandOver, whyNotOffer } from '#lib/domain/dri.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts, memberByHandle, type PersonRef, rolesOf } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { beginDri, endDri, meOf } from '../issues/dri.ts'
import { end } from './end.ts'

type Named = Pick<PersonRef, 'id' | 'name'>
const named = ({ id, name }: Named) => ({ id, name })

/**
 * Handbook › DRIs: a reassignment "should happen explicitly (not by drift) and with enough context handed over". What
 * nobody drives is given at once, and so is everything by the EM's word; all else waits for whoever shall take over.
 */
export const handOver = (
  ctx: Ctx,
  { ref, from, to, context = '', atOnce = false }: InputOf<typeof endpoint>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.hand_over')
    const facts = await issueFacts(ctx, ref)
    const newDri = await memberByHandle(ctx, to)
    const { dri } = facts
    insistAsSeen(from, dri)
    const isMine = newDri.id === ctx.actor.id
    const isAtOnce = dri === null || atOnce || isMine
    const isFree = dri === null ? isMine : dri.id === ctx.actor.id && !atOnce
    if (!isFree) authorise(ctx, 'assign.others')
    insist(whyNotHandOver({ from: dri?.id ?? null, to: newDri.id, context }))
    insist(whyNotDrive({ name: newDri.name, roles: await rolesOf(ctx, newDri.id) }))
    const words = context.trim()
    if (dri === null) return nameFirst(ctx, ref, newDri, words)
    if (isAtOnce) return passOn(ctx, ref, dri, newDri, words)
    const asked = (await waitingOffer(ctx, ref))?.to.name ?? null
    insist(whyNotOffer({ open: facts.state === 'open', asked }))
    return offer(ctx, ref, dri, newDri, words)
  })

/**
 * For texts and for many issues at once, where nobody saw who drives each: whoever drives it now is handed over from,
 * and the EM's word counts at once.
 */
export const handOverAsItIs = (ctx: Ctx, ref: number, to: string, context = '') =>
  inTransaction(ctx, async (ctx) => {
    const { dri } = await issueFacts(ctx, ref)
    const atOnce = may(ctx.actor, 'assign.others')
    return handOver(ctx, { group: ctx.group.slug, ref, from: dri?.handle ?? null, to, context, atOnce })
  })

export function insistAsSeen(seen: string | null, dri: PersonRef | null): void {
  const refusal = whyNotAsSeen(seen, dri && { id: dri.handle, name: dri.name })
  if (!refusal) return
  throw new Failure('conflict', refusal.because, { rule: refusal.code, dri: dri?.handle ?? null })
}

async function nameFirst(ctx: Ctx, ref: number, newDri: PersonRef, context: string): Promise<Changed> {
  await beginDri(ctx, ref, { person: newDri.id, why: 'assigned', context })
  const data = { from: null, to: named(newDri), context }
  return changedIssue(ctx, ref, await record(ctx, { type: 'issue.dri_assigned', issue: ref, data }))
}

async function passOn(ctx: Ctx, ref: number, dri: Named, newDri: Named, context: string): Promise<Changed> {
  return changedIssue(ctx, ref, await writeHandOver(ctx, ref, dri, newDri, context))
}

/** Also what taking back a hand-over at once comes to. */
export async function writeHandOver(
  ctx: Ctx,
  ref: number,
  dri: Named,
  newDri: Named,
  context: string,
): Promise<number> {
  const waiting = await waitingOffer(ctx, ref)
  if (waiting) await end(ctx, ref, waiting, 'overtaken')
  await endDri(ctx, ref, dri.id)
  await beginDri(ctx, ref, { person: newDri.id, why: 'handed_over', context })
  const asked = waiting && waiting.to.id !== newDri.id ? waiting.to : null
  const data = { from: named(dri), to: named(newDri), context, asked }
  return record(ctx, { type: 'issue.handed_over', issue: ref, data })
}

async function offer(
  ctx: Ctx,
  ref: number,
  dri: PersonRef,
  newDri: PersonRef,
  context: string,
): Promise<Changed> {
  await ctx.db.query({
    name: 'offer',
    text: `insert into hand_overs (group_id, subject_kind, subject_number, from_id, to_id, context, by_id, at)
      values ($1, 'issue', $2, $3, $4, $5, $6, $7)`,
    values: [ctx.group.id, ref, dri.id, newDri.id, context, meOf(ctx).id, ctx.now],
  })
  const data = { from: named(dri), to: named(newDri), context }
  return changedIssue(ctx, ref, await record(ctx, { type: 'issue.hand_over_offered', issue: ref, data }))
}
