import type { InputOf } from '#lib/contract/endpoint.ts'
import type { moveSeveral as promise } from '#lib/contract/several.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { lastEvent } from '../../queries/events.ts'
import { eachOf } from '../issues/each.ts'
import { moveIssue } from '../issues/move.ts'

/** The command of a single card, for one after the other: each comes to lie right below the one before it. */
export const moveSeveral = (ctx: Ctx, { refs, ...input }: InputOf<typeof promise>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'card.move')
    // A board that is not there is nobody's card's fault.
    await boardFacts(ctx, input.board)
    let { after, before } = input
    const placed = after != null || before != null
    let newest = await lastEvent(ctx)
    return eachOf(refs, async (ref) => {
      const moved = await moveIssue(ctx, { ...input, ref, after, before })
      if (placed) [after, before] = [ref, null]
      if (moved.event <= newest)
        throw new Failure('refused', 'The card is already there.', { rule: 'unchanged' })
      newest = moved.event
      return moved
    })
  })
