import type { Week } from '#lib/contract/week.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import type { Ctx } from '../context.ts'
import { viewBoard } from './boards.ts'
import { boardsOf } from './boards-list.ts'
import { selectCards } from './cards.ts'
import { entriesOf } from './issue-lists.ts'
import { milestonesOf, timeboxes } from './milestones.ts'

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
    load: planning ? await loadOf(ctx, planning.slug) : null,
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

/** Handbook › Planning Board: "It can be overloaded with issues; the excess is moved". */
async function loadOf(ctx: Ctx, board: string): Promise<Plan['load']> {
  const { cards, capacity, milestone } = await viewBoard(ctx, { board })
  if (!milestone) return null
  const done = cards.filter(({ closeReason }) => closeReason === 'done')
  const { weight } = sumsOf([...cards.filter(({ state }) => state === 'open'), ...done])
  return {
    board,
    milestone: milestone.slug,
    title: milestone.title,
    weight,
    capacity: capacity?.weight ?? null,
    below: belowWaterline(cards, capacity?.weight ?? null).length,
  }
}
