import type { InputOf } from '#lib/contract/endpoint.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { moveExcess as endpoint } from '#lib/contract/bulk.ts'
import { belowWaterline, placesForExcess, whyNotMoveExcess } from '#lib/domain/waterline.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { viewBoard } from '../../queries/boards.ts'
import { planBase } from '../../queries/plan-base.ts'
import { forEachIssue } from '../issues/for-each-issue.ts'
import { planIssue } from '../issues/plan.ts'
import { ofOne } from '../issues/push-back.ts'

/** One act, one event for each issue: each keeps its own history, and each can be refused by itself. */
export const moveExcess = (
  ctx: Ctx,
  { board, milestone, to, line = 'board', refs, withoutDeliverable, pushBack }: InputOf<typeof endpoint>,
) =>
  forEachIssue(ctx, refs, async (ctx) => {
    authorise(ctx, 'planning.order')
    const view = await viewBoard(ctx, { board, milestone })
    insist(
      view.board.kind === 'planning'
        ? whyNotMoveExcess(placesForExcess(view.milestones, view.milestone), to)
        : { code: 'no_waterline', because: 'Only the planning board has a waterline.' },
    )
    const below = line === 'plan' ? await belowCutLine(ctx, view) : belowLine(view)
    return async (ref) => {
      if (!below.has(ref)) throw new Failure('refused', 'This card is no longer below the line.')
      return planIssue(ctx, {
        group: ctx.group.slug,
        ref,
        milestone: to,
        withoutDeliverable,
        pushBack: ofOne(pushBack),
      })
    }
  })

const belowLine = ({ cards, capacity, notShown }: BoardView): Set<number> =>
  new Set(belowWaterline(cards, capacity?.weight ?? null, notShown))

/** Handbook: "during the planning call": by the ranking of the plan, what finds no room in its functional team. */
async function belowCutLine(ctx: Ctx, { milestone }: BoardView): Promise<Set<number>> {
  if (!milestone) return new Set()
  const { cut } = await planBase(ctx, milestone.slug)
  return new Set([...cut.over.keys(), ...cut.below])
}
