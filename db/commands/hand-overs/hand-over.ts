import type { InputOf } from '#lib/contract/endpoint.ts'
import type { handOverEpic as ofEpic } from '#lib/contract/epic-hand-overs.ts'
import type { handOverIssue as ofIssue } from '#lib/contract/hand-overs.ts'
import { whyNotAsSeen, whyNotHandOver, whyNotOffer } from '#lib/domain/dri.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { issueFacts, memberByHandle, type PersonRef, rolesOf } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { beginDri, endDri, meOf } from '../issues/dri.ts'
import { end } from './end.ts'
import { type Handed, handedEpic, handedIssue } from './handed.ts'

type Named = Pick<PersonRef, 'id' | 'name'>
const named = ({ id, name }: Named) => ({ id, name })

export const handOver = (ctx: Ctx, input: InputOf<typeof ofIssue>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.hand_over')
    return changedIssue(ctx, input.ref, await giveOver(ctx, await handedIssue(ctx, input.ref), input))
  })

/** Handbook › Scoping work: "Technical ownership … is delegated to a Tech Lead", who hands it over as a DRI does. */
export const handOverEpic = (ctx: Ctx, input: InputOf<typeof ofEpic>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.hand_over')
    return { number: input.epic, event: await giveOver(ctx, await handedEpic(ctx, input.epic), input) }
  })

type Asked = Pick<InputOf<typeof ofIssue>, 'from' | 'to' | 'context' | 'atOnce'>

/**
 * Handbook › DRIs: a reassignment "should happen explicitly (not by drift) and with enough context handed over". What
 * has no DRI is given at once, and so is everything by the EM's word; all else waits for the person who shall take over.
 */
async function giveOver(ctx: Ctx, handed: Handed, asked: Asked): Promise<number> {
  const { from, to, context = '', atOnce = false } = asked
  const { driver, subject } = handed
  const newDri = await memberByHandle(ctx, to)
  insistAsSeen(from, driver)
  const isMine = newDri.id === ctx.actor.id
  const isFree = driver === null ? isMine : driver.id === ctx.actor.id && !atOnce
  if (!isFree) authorise(ctx, 'assign.others')
  insist(whyNotHandOver({ from: driver?.id ?? null, to: newDri.id, context }))
  insist(handed.whyNotDrive({ name: newDri.name, roles: await rolesOf(ctx, newDri.id) }))
  const reason = context.trim()
  if (driver === null) return handed.nameFirst(newDri, reason)
  if (atOnce || isMine) return writeHandOver(ctx, handed, driver, newDri, reason)
  const waiting = (await waitingOffer(ctx, subject))?.to.name ?? null
  insist(whyNotOffer({ open: handed.open, asked: waiting, what: subject.kind }))
  return offer(ctx, handed, driver, newDri, reason)
}

/**
 * For texts and for many issues at once, where the DRI of each was not seen: the DRI of now is handed over from,
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

/** Also what taking back a hand-over at once comes to. */
export async function writeHandOver(
  ctx: Ctx,
  { subject, record }: Handed,
  dri: Named,
  newDri: Named,
  context: string,
): Promise<number> {
  const waiting = await waitingOffer(ctx, subject)
  if (waiting) await end(ctx, subject, waiting, 'overtaken')
  await endDri(ctx, subject, dri.id)
  await beginDri(ctx, subject, { person: newDri.id, why: 'handed_over', context })
  const asked = waiting && waiting.to.id !== newDri.id ? waiting.to : null
  return record({
    type: 'handed_over',
    data: { from: named(dri), to: named(newDri), context, asked },
  })
}

async function offer(
  ctx: Ctx,
  { subject: { kind, ref }, record }: Handed,
  dri: PersonRef,
  newDri: PersonRef,
  context: string,
): Promise<number> {
  await ctx.db.query({
    name: 'offer',
    text: `insert into hand_overs (group_id, subject_kind, subject_number, from_id, to_id, context, by_id, at)
      values ($1, $8, $2, $3, $4, $5, $6, $7)`,
    values: [ctx.group.id, ref, dri.id, newDri.id, context, meOf(ctx).id, ctx.now, kind],
  })
  return record({ type: 'hand_over_offered', data: { from: named(dri), to: named(newDri), context } })
}
