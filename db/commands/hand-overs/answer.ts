import type { InputOf } from '#lib/contract/endpoint.ts'
import type * as ofEpic from '#lib/contract/epic-hand-overs.ts'
import type * as ofIssue from '#lib/contract/hand-overs.ts'
import { whyNotAccept, whyNotAnswer, whyNotDecline, whyNotWithdraw } from '#lib/domain/dri.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { type OfferFacts, offerById } from '../../queries/hand-overs.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { beginDri, endDri, meOf } from '../issues/dri.ts'
import { end } from './end.ts'
import { type Handed, handedEpic, handedIssue } from './handed.ts'

/** The person who was asked becomes the DRI, with the context that was left for them. */
export const acceptHandOver = (ctx: Ctx, { ref, offer }: InputOf<typeof ofIssue.acceptHandOver>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    return changedIssue(ctx, ref, await accept(ctx, await handedIssue(ctx, ref), offer))
  })

export const acceptEpic = (ctx: Ctx, { epic, offer }: InputOf<typeof ofEpic.acceptEpic>) =>
  inTransaction(ctx, async (ctx) => {
    const handed = await leadable(ctx, epic, offer)
    return { number: epic, event: await accept(ctx, handed, offer) }
  })

async function accept(ctx: Ctx, handed: Handed, id: number): Promise<number> {
  const { subject, open } = handed
  const offer = await unanswered(ctx, handed, id)
  insist(whyNotAccept({ offer, me: meOf(ctx).id, open, what: subject.kind }))
  const { from, to, by, context } = offer
  await end(ctx, subject, offer, 'accepted')
  await endDri(ctx, subject, from.id)
  await beginDri(ctx, subject, { person: to.id, why: 'handed_over', context, by: by.id })
  return handed.record({ type: 'hand_over_accepted', data: { from, to, by, context } })
}

/** The DRI stays the DRI, and reads why. */
export const declineHandOver = (ctx: Ctx, input: InputOf<typeof ofIssue.declineHandOver>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    return changedIssue(ctx, input.ref, await decline(ctx, await handedIssue(ctx, input.ref), input))
  })

export const declineEpic = (ctx: Ctx, input: InputOf<typeof ofEpic.declineEpic>) =>
  inTransaction(ctx, async (ctx) => {
    const handed = await leadable(ctx, input.epic, input.offer)
    return { number: input.epic, event: await decline(ctx, handed, input) }
  })

/** What is not there is not found, also for members who lead no epics. */
async function leadable(ctx: Ctx, epic: number, offer: number): Promise<Handed> {
  authorise(ctx, 'epic.edit')
  const handed = await handedEpic(ctx, epic)
  await unanswered(ctx, handed, offer)
  authorise(ctx, 'epic.lead')
  return handed
}

type Declining = { offer: number; reason: string }

async function decline(ctx: Ctx, handed: Handed, { offer: id, reason }: Declining): Promise<number> {
  const offer = await unanswered(ctx, handed, id)
  insist(whyNotDecline({ offer, me: meOf(ctx).id, reason }))
  const { from, to, by } = offer
  await end(ctx, handed.subject, offer, 'declined', reason)
  return handed.record({ type: 'hand_over_declined', data: { from, to, by, reason } })
}

export const withdrawHandOver = (ctx: Ctx, { ref, offer }: InputOf<typeof ofIssue.withdrawHandOver>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.hand_over')
    return changedIssue(ctx, ref, await withdraw(ctx, await handedIssue(ctx, ref), offer))
  })

export const withdrawEpic = (ctx: Ctx, { epic, offer }: InputOf<typeof ofEpic.withdrawEpic>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.hand_over')
    return { number: epic, event: await withdraw(ctx, await handedEpic(ctx, epic), offer) }
  })

async function withdraw(ctx: Ctx, handed: Handed, id: number): Promise<number> {
  const offer = await unanswered(ctx, handed, id)
  insist(whyNotWithdraw({ offer, me: meOf(ctx).id, em: may(ctx.actor, 'assign.others') }))
  const { from, to } = offer
  await end(ctx, handed.subject, offer, 'withdrawn')
  return handed.record({ type: 'hand_over_withdrawn', data: { from, to } })
}

/** @throws not_found, or conflict naming who answered before */
async function unanswered(ctx: Ctx, { subject }: Handed, id: number): Promise<OfferFacts> {
  const offer = await offerById(ctx, subject, id)
  const refusal = whyNotAnswer(offer)
  if (refusal) throw new Failure('conflict', refusal.because, { rule: refusal.code, outcome: offer.outcome })
  return offer
}
