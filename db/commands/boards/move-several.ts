import type { InputOf } from '#lib/contract/endpoint.ts'
import type { moveSeveral as endpoint, Report } from '#lib/contract/several.ts'
import { authorise, type Ctx } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { forEachIssue, insistOnChange } from '../issues/for-each-issue.ts'
import { moveIssue } from '../issues/move.ts'
import { insistOnColumn, insistOnSwimlane } from '../issues/there.ts'

/** The command of a single card, for one after the other: each comes to lie right below the one before it. */
export function moveSeveral(ctx: Ctx, { refs, ...input }: InputOf<typeof endpoint>) {
  const placed = input.after != null || input.before != null
  return forEachIssue(ctx, refs, async (ctx, told) => {
    const last = placed ? refs.findLast((ref) => lies(told, ref)) : undefined
    let { after, before } = last === undefined ? input : { after: last, before: null }
    authorise(ctx, 'card.move')
    // What is not there of what the request names is no card's fault.
    const board = await boardFacts(ctx, input.board)
    if (input.to !== null) insistOnColumn(board, input.to)
    await insistOnSwimlane(ctx, input.swimlane)
    return insistOnChange(ctx, 'The card is already there.', async (ref) => {
      const moved = await moveIssue(ctx, { ...input, ref, after, before })
      if (placed) [after, before] = [ref, null]
      return moved
    })
  })
}

/** Whether a card came to its place, or was there already. */
const lies = ({ done, refused }: Report, ref: number): boolean =>
  done.some(({ card }) => card.ref === ref) ||
  refused.some((one) => one.ref === ref && one.rule === 'unchanged')
