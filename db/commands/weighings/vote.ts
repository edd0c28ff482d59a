import type { InputOf } from '#lib/contract/endpoint.ts'
import type { revealWeights as reveal, voteWeight as vote } from '#lib/contract/weighings.ts'
import { whyNotReveal, whyNotVote } from '#lib/domain/weighing.ts'
import { warnWeight } from '#lib/domain/weight.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { viewer, standOf, theRunning } from './running.ts'

/** Gives one's own weight, or another one instead. The event says that a person did, and never what. */
export const voteWeight = (ctx: Ctx, { ref, weight, reason = '' }: InputOf<typeof vote>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    await issueFacts(ctx, ref)
    const weighing = await theRunning(ctx, ref)
    insist(whyNotVote(viewer(ctx, weighing), standOf(weighing)))
    const again = weighing.votes.some(({ id, weight: given }) => id === ctx.actor.id && given !== null)
    await ctx.db.query(
      `update weighing_votes set weight = $4, reason = $5, voted_at = $6
        where group_id = $1 and weighing_id = $2 and person_id = $3`,
      [ctx.group.id, weighing.id, ctx.actor.id, weight, reason.trim(), ctx.now],
    )
    const voted = await record(ctx, { type: 'weighing.voted', issue: ref, data: { again } })
    const waits = weighing.votes.some(({ id, weight: given }) => given === null && id !== ctx.actor.id)
    const event = waits ? voted : await revealAll(ctx, ref)
    return changedIssue(ctx, ref, event, [warnWeight(weight)])
  })

/** Shows all weights at once; from here on no weight can be changed. */
export const revealWeights = (ctx: Ctx, { ref }: InputOf<typeof reveal>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    await issueFacts(ctx, ref)
    const weighing = await theRunning(ctx, ref)
    insist(whyNotReveal(viewer(ctx, weighing), standOf(weighing)))
    return changedIssue(ctx, ref, await revealAll(ctx, ref))
  })

async function revealAll(ctx: Ctx, ref: number): Promise<number> {
  const { id, votes } = await theRunning(ctx, ref)
  await ctx.db.query('update weighings set revealed_at = $3 where group_id = $1 and id = $2', [
    ctx.group.id,
    id,
    ctx.now,
  ])
  const weights = votes.flatMap(({ id: person, name, weight }) =>
    weight === null ? [] : [{ person: { id: person, name }, weight }],
  )
  return record(ctx, { type: 'weighing.revealed', issue: ref, data: { weights } })
}
