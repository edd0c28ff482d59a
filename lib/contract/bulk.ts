import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changed, closeReason } from './issues.ts'
import { inGroup, number, pushBack, slug, text } from './shapes.ts'
import { swimlane } from './swimlanes.ts'

/** More would hold up everybody else's writes for too long. */
export const MOST_AT_ONCE = 500

/** What an act on several issues answers: the ones it changed, each with its event, and why the others stay as they are. */
export const report = z.strictObject({
  done: z.array(changed),
  refused: z.array(
    z.strictObject({
      ref: z.number(),
      because: z.string(),
      /** The name of the rule, by which a reader offers the next step. */
      rule: z.string().optional(),
    }),
  ),
})
export type Report = z.output<typeof report>

export const moveExcess = endpoint({
  id: 'boards.move_excess',
  method: 'POST',
  path: '/groups/{group}/boards/{board}/excess',
  summary: 'Move the cards below the waterline to the next milestone or to the Next 1-3 Milestones',
  input: z.strictObject({
    ...inGroup,
    board: slug,
    /** The milestone that the board shows, when it is not its own. */
    milestone: slug.optional(),
    to: slug,
    /** Takes Deliverable off what carries it, so that it may go: the EM alone. */
    withoutDeliverable: z.boolean().optional(),
    /** Of those that leave the Build Board of a milestone that runs. */
    pushBack,
    /** Which line: that of the board, or the cut line of the plan of its milestone with what finds no room in its team. */
    line: z.enum(['board', 'plan']).optional(),
    /** The cards that were seen below the line; one that has risen above it since stays. */
    refs: z.array(number).min(1).max(MOST_AT_ONCE),
  }),
  output: report,
})

export const bulkMove = endpoint({
  id: 'boards.bulk_move',
  method: 'POST',
  path: '/groups/{group}/boards/{board}/bulk-moves',
  summary: 'Move several cards to a lane, one below the other; refused cards stay, with the reason',
  input: z.strictObject({
    ...inGroup,
    board: slug,
    /** In the order in which they shall lie. */
    refs: z.array(number).min(1).max(MOST_AT_ONCE),
    /** A column's id, `none` or `closed`; null keeps each card in its column. */
    to: text(20).nullable(),
    swimlane: swimlane.optional(),
    /** The card above the first of them, or null at the top; both null and absent keep the ranks. */
    after: number.nullable().optional(),
    before: number.nullable().optional(),
    blocked: z.strictObject({ need: text(500), from: text(200) }).optional(),
    closeReason: closeReason.optional(),
    /** Of those that leave the Build Board of a milestone that runs, where a column stands for its labels. */
    pushBack,
  }),
  output: report,
})
