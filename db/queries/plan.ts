import type { Week } from '#lib/contract/week.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from './board-facts.ts'
import { capacityFor } from './boards.ts'
import { boardsOf } from './boards-list.ts'
import { selectCards } from './cards.ts'
import { SPLIT } from './issue-sql.ts'
import { entriesOf } from './issue-lists.ts'
import { milestoneOfBoard, type MilestoneRow, milestonesOf, timeboxes, todayOf } from './milestones.ts'

type Plan = NonNullable<Week['plan']>

/** Of a list as many as one looks at in passing; all of them are behind its link. */
const FIRST = 5

/** What whoever plans looks after: what is still to weigh and to refine, whether it fits, and what has no dates. */
export async function planOf(ctx: Ctx): Promise<Plan> {
  const [{ current, next }, milestones, boards] = [
    await timeboxes(ctx),
    await milestonesOf(ctx),
    await boardsOf(ctx),
  ]
  const shelf = milestones.find((one) => one.shelf === 'next-1-3')
  const ahead = next ? 'milestone:next' : 'milestone:current'
  const nearby = shelf ? `(${ahead} or milestone:"${shelf.slug}")` : ahead
  const planning = boards.find(({ kind }) => kind === 'planning')
  return {
    next: next && { slug: next.slug, title: next.title, startOn: next.startOn ?? '' },
    current: current && current.title,
    unweighted: await narrowed(ctx, `finding:no-weight and ${ahead}`),
    refine: await narrowed(ctx, `workflow:planning-breakdown and ${nearby}`),
    load: planning ? await loadOf(ctx, planning.slug, milestones) : null,
  }
}

/** A list by the filter that shows all of it, so that its count is the count behind the link. */
async function narrowed(ctx: Ctx, filter: string): Promise<Plan['refine']> {
  const entries = await entriesOf(ctx, { filter: `${filter} and state:open`, sort: 'number' })
  const refs = entries.slice(0, FIRST).map(({ ref }) => ref)
  const cards = await selectCards(ctx, { refs })
  return {
    filter,
    total: entries.length,
    first: refs.flatMap((ref) => cards.find((card) => card.ref === ref) ?? []),
  }
}

type Weighed = {
  ref: number
  weight: number | null
  split: boolean
  rank: string
  state: 'open' | 'closed'
  closeReason: CloseReason | null
}

/** Handbook › Planning Board: "It can be overloaded with issues; the excess is moved". Of its cards only what counts is read. */
async function loadOf(ctx: Ctx, board: string, milestones: MilestoneRow[]): Promise<Plan['load']> {
  const facts = await boardFacts(ctx, board)
  const milestone = milestoneOfBoard(facts, milestones, todayOf(ctx))
  if (!milestone) return null
  const [capacity, { rows }] = await Promise.all([
    capacityFor(ctx, milestone),
    ctx.db.query<Weighed>({
      name: 'planning-load',
      text: `select i.number as ref, i.weight, ${SPLIT} as split, i.plan_rank as rank, i.state, i.close_reason as "closeReason" from issues i
        where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2
          and array(select label_id from issue_labels x where x.group_id = i.group_id and x.issue_number = i.number) @> $3::int[]
        order by i.plan_rank`,
      values: [ctx.group.id, Number(milestone.id), facts.filterLabelIds.map(Number)],
    }),
  ])
  const said = rows.filter(({ state, closeReason }) => state === 'open' || closeReason === 'done')
  return {
    board,
    milestone: milestone.slug,
    title: milestone.title,
    weight: sumsOf(said).weight,
    capacity: capacity?.weight ?? null,
    below: belowWaterline(rows, capacity?.weight ?? null).length,
  }
}
