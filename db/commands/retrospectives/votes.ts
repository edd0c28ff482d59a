import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/retrospectives.ts'
import { whyNotVote } from '#lib/domain/retrospectives/retrospectives.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { pointRow } from '../../queries/retrospective-points.ts'
import { retrospectiveNamed, stage } from '../../queries/retrospectives.ts'
import { inTransaction } from '../../transaction.ts'

type Changed = OutputOf<typeof contract.votePoint>
type Input = Omit<InputOf<typeof contract.votePoint>, 'group'>

/** One vote a person and point, however often they press. */
export const votePoint = (ctx: Ctx, input: Input): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    await insistOnVoting(ctx, input)
    const { rowCount } = await ctx.db.query({
      name: 'vote-for-point',
      text: `insert into retrospective_votes (group_id, point_id, person_id, at) values ($1, $2, $3, $4)
        on conflict do nothing`,
      values: [ctx.group.id, input.point, ctx.actor.id, ctx.now],
    })
    if (rowCount === 0)
      throw new Failure('conflict', 'You have already voted for this point.', { rule: 'voted' })
    return told(ctx, input, 'retrospective.voted')
  })

export const unvotePoint = (ctx: Ctx, input: Input): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    await insistOnVoting(ctx, input)
    const { rowCount } = await ctx.db.query({
      name: 'take-vote-back',
      text: 'delete from retrospective_votes where group_id = $1 and point_id = $2 and person_id = $3',
      values: [ctx.group.id, input.point, ctx.actor.id],
    })
    if (rowCount === 0)
      throw new Failure('conflict', 'You have not voted for this point.', { rule: 'not_voted' })
    return told(ctx, input, 'retrospective.vote_withdrawn')
  })

/** @throws not_found for a point that does not stand, or whose text is hidden from the actor */
async function insistOnVoting(ctx: Ctx, { retrospective: month, point: id }: Input): Promise<void> {
  authorise(ctx, 'retrospective.write')
  const row = await retrospectiveNamed(ctx, month)
  const point = await pointRow(ctx, month, id)
  const isSeen = point && !point.withdrawn && (row.openedAt !== null || point.author.id === ctx.actor.id)
  if (!isSeen) throw notFound('The point')
  insist(whyNotVote({ stage: stage(row), kind: point.kind }))
}

async function told(
  ctx: Ctx,
  { retrospective: month, point }: Input,
  type: 'retrospective.voted' | 'retrospective.vote_withdrawn',
): Promise<Changed> {
  return { month, point, event: await record(ctx, { type, data: { id: month, point } }) }
}
