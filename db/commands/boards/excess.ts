import type { InputOf } from '#lib/contract/endpoint.ts'
import type { moveExcess as endpoint } from '#lib/contract/several.ts'
import { belowWaterline, placesForExcess, whyNotMoveExcess } from '#lib/domain/waterline.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { viewBoard } from '../../queries/boards.ts'
import { forEachIssue } from '../issues/for-each-issue.ts'
import { planIssue } from '../issues/plan.ts'

/** One act, one event for each issue: each keeps its own history, and each can be refused by itself. */
export const moveExcess = (
  ctx: Ctx,
  { board, milestone, to, refs, withoutDeliverable }: InputOf<typeof endpoint>,
) =>
  forEachIssue(ctx, refs, async (ctx) => {
    authorise(ctx, 'planning.order')
    const view = await viewBoard(ctx, { board, milestone })
    insist(
      view.board.kind === 'planning'
        ? whyNotMoveExcess(placesForExcess(view.milestones, view.milestone), to)
        : { code: 'no_waterline', because: 'Only the planning board has a waterline.' },
    )
    const below = new Set(belowWaterline(view.cards, view.capacity?.weight ?? null, view.notShown))
    return async (ref) => {
      if (!below.has(ref)) throw new Failure('refused', 'This card is no longer below the line.')
      return planIssue(ctx, { group: ctx.group.slug, ref, milestone: to, withoutDeliverable })
    }
  })
