import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  acceptHandOver as accept,
  declineHandOver as decline,
  withdrawHandOver as withdraw,
} from '#lib/contract/hand-overs.ts'
import { whyNotAccept, whyNotAnswer, whyNotDecline, whyNotWithdraw } from '#lib/domain/dri.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { type OfferFacts, offerById } from '../../queries/hand-overs.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { beginDri, endDri, meOf } from '../issues/dri.ts'
import { end } from './end.ts'

/** Whoever was asked becomes the DRI, with the words that were left for them. */
export const acceptHandOver = (ctx: Ctx, { ref, offer: id }: InputOf<typeof accept>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    const { facts, offer } = await unanswered(ctx, ref, id)
    insist(whyNotAccept({ offer, me: meOf(ctx).id, open: facts.state === 'open' }))
    const { from, to, by, context } = offer
    await end(ctx, ref, offer, 'accepted')
    await endDri(ctx, ref, from.id)
    await beginDri(ctx, ref, { person: to.id, why: 'handed_over', context, by: by.id })
    const data = { from, to, by, context }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.hand_over_accepted', issue: ref, data }))
  })

/** The DRI stays the DRI, and reads why. */
export const declineHandOver = (ctx: Ctx, { ref, offer: id, reason }: InputOf<typeof decline>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    const { offer } = await unanswered(ctx, ref, id)
    insist(whyNotDecline({ offer, me: meOf(ctx).id, reason }))
    const { from, to, by } = offer
    await end(ctx, ref, offer, 'declined', reason)
    const data = { from, to, by, reason }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.hand_over_declined', issue: ref, data }))
  })

export const withdrawHandOver = (ctx: Ctx, { ref, offer: id }: InputOf<typeof withdraw>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.hand_over')
    const { offer } = await unanswered(ctx, ref, id)
    insist(whyNotWithdraw({ offer, me: meOf(ctx).id, em: may(ctx.actor, 'assign.others') }))
    return changedIssue(ctx, ref, await writeWithdrawal(ctx, ref, offer))
  })

/** Also what taking back an offer comes to. */
export async function writeWithdrawal(ctx: Ctx, ref: number, offer: OfferFacts): Promise<number> {
  const { from, to } = offer
  await end(ctx, ref, offer, 'withdrawn')
  return record(ctx, { type: 'issue.hand_over_withdrawn', issue: ref, data: { from, to } })
}

type Unanswered = { facts: IssueFacts; offer: OfferFacts }

/** @throws not_found, or conflict naming who answered before */
async function unanswered(ctx: Ctx, ref: number, id: number): Promise<Unanswered> {
  const facts = await issueFacts(ctx, ref)
  const offer = await offerById(ctx, ref, id)
  const refusal = whyNotAnswer(offer)
  if (refusal) throw new Failure('conflict', refusal.because, { rule: refusal.code, outcome: offer.outcome })
  return { facts, offer }
}
