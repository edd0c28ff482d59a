import type { InputOf } from '#lib/contract/endpoint.ts'
import type { bulkMove as endpoint, Report } from '#lib/contract/bulk.ts'
import { whyNotColumn } from '#lib/domain/board-moves.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { forEachIssue, insistOnChange } from '../issues/for-each-issue.ts'
import { moveIssue } from '../issues/move.ts'
import { ofOne } from '../issues/push-back.ts'
import { insistOnSwimlane } from '../issues/there.ts'

/** The command of a single card, for one after the other: each comes to lie right below the one before it. */
export function bulkMove(ctx: Ctx, { refs, pushBack, ...input }: InputOf<typeof endpoint>) {
  const placed = input.after != null || input.before != null
  return forEachIssue(ctx, refs, async (ctx, report) => {
    const last = placed ? refs.findLast((ref) => lies(report, ref)) : undefined
    let { after, before } = last === undefined ? input : { after: last, before: null }
    authorise(ctx, 'card.move')
    // What is not there of what the request names is no card's fault.
    const board = await boardFacts(ctx, input.board)
    if (input.to !== null) insist(whyNotColumn(board.columns, input.to))
    await insistOnSwimlane(ctx, input.swimlane)
    return insistOnChange(ctx, 'The card is already there.', async (ref) => {
      const moved = await moveIssue(ctx, { ...input, ref, after, before, pushBack: ofOne(pushBack) })
      if (placed) [after, before] = [ref, null]
      return moved
    })
  })
}

/** Whether a card came to its place, or was there already. */
const lies = ({ done, refused }: Report, ref: number): boolean =>
  done.some(({ card }) => card.ref === ref) ||
  refused.some((one) => one.ref === ref && one.rule === 'unchanged')
