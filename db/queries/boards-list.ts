import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listBoards as endpoint } from '#lib/contract/boards.ts'
import type { Ctx } from '../context.ts'
import type { BoardFacts } from './board-facts.ts'
import { milestoneOfBoard, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

type Summary = OutputOf<typeof endpoint>['items'][number]
type Row = Pick<BoardFacts, 'slug' | 'title' | 'kind' | 'milestoneRule' | 'milestoneId'>

/** The boards in their order, each with the milestone it shows today; `known` for callers who have read all milestones. */
export async function boardsOf(ctx: Ctx, known?: MilestoneRow[]): Promise<Summary[]> {
  const asked = ctx.db.query<Row>({
    name: 'boards',
    text: `select slug, title, kind, milestone_rule as "milestoneRule", milestone_id::text as "milestoneId"
      from boards where group_id = $1 order by position`,
    values: [ctx.group.id],
  })
  const [{ rows }, milestones] = await Promise.all([asked, known ?? milestonesOf(ctx)])
  const today = todayOf(ctx)
  return rows.map((board) => {
    const milestone = milestoneOfBoard(board, milestones, today)
    return {
      slug: board.slug,
      title: board.title,
      kind: board.kind,
      milestoneRule: board.milestoneRule,
      milestone: milestone?.slug ?? null,
      milestoneTitle: milestone?.title ?? null,
    }
  })
}

export const listBoards = async (ctx: Ctx): Promise<OutputOf<typeof endpoint>> => ({
  items: await boardsOf(ctx),
})
