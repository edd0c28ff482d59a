import type { Week } from '#lib/contract/week.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from './board-facts.ts'
import { keptCapacityFor } from './boards.ts'
import { boardsOf } from './boards-list.ts'
import { selectCards } from './cards.ts'
import { SPLIT } from './issue-sql.ts'
import { foundRefs } from './issue-lists.ts'
import { keptByIssue } from './kept.ts'
import { planningRef } from './planning-issue.ts'
import { milestoneOfBoard, type MilestoneRow, milestonesOf, timeboxesIn, todayOf } from './milestones.ts'

type Plan = NonNullable<Week['plan']>

/** Of a list as many as one looks at in passing; all of them are behind its link. */
const FIRST = 5

/** What the PM and the EM look after: what is still to weigh and to refine, whether it fits, and what has no dates; `newest` as with `leadOf`. */
export async function planOf(ctx: Ctx, newest: number | null): Promise<Plan> {
  const milestones = await milestonesOf(ctx)
  const { current, next } = timeboxesIn(milestones, todayOf(ctx))
  const shelf = milestones.find((one) => one.shelf === 'next-1-3')
  const ahead = next ? 'milestone:next' : 'milestone:current'
  const nearby = shelf ? `(${ahead} or milestone:"${shelf.slug}")` : ahead
  const [issue, unweighted, refine, load] = await Promise.all([
    next && planningRef(ctx, Number(next.id)),
    narrowed(ctx, `finding:no-weight and ${ahead}`, newest),
    narrowed(ctx, `workflow:planning-breakdown and ${nearby}`, newest),
    loadOf(ctx, milestones, newest),
  ])
  return {
    next: next && {
      slug: next.slug,
      title: next.title,
      startOn: next.startOn ?? '',
      planningIssue: issue?.ref ?? null,
    },
    current: current && current.title,
    unweighted,
    refine,
    load,
  }
}

/** A list by the filter that shows all of it, so that its count is the count behind the link. */
async function narrowed(ctx: Ctx, filter: string, newest: number | null): Promise<Plan['refine']> {
  const found = await foundRefs(ctx, newest, `${filter} and state:open`)
  const refs = found.slice(0, FIRST)
  const cards = refs.length === 0 ? [] : await selectCards(ctx, { refs })
  return {
    filter,
    total: found.length,
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
async function loadOf(ctx: Ctx, milestones: MilestoneRow[], newest: number | null): Promise<Plan['load']> {
  const planning = (await boardsOf(ctx, milestones)).find(({ kind }) => kind === 'planning')
  if (!planning) return null
  const facts = await boardFacts(ctx, planning.slug)
  const milestone = milestoneOfBoard(facts, milestones, todayOf(ctx))
  if (!milestone) return null
  const [capacity, weighed] = await Promise.all([
    keptCapacityFor(ctx, newest, milestone),
    keptWeighed(ctx, newest, { milestone: Number(milestone.id), labels: facts.filterLabelIds.map(Number) }),
  ])
  const rows = weighed.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  const committed = rows.filter(({ state, closeReason }) => state === 'open' || closeReason === 'done')
  return {
    board: planning.slug,
    milestone: milestone.slug,
    title: milestone.title,
    weight: sumsOf(committed).weight,
    capacity: capacity?.weight ?? null,
    below: belowWaterline(rows, capacity?.weight ?? null).length,
  }
}

const keptWeighed = keptByIssue<Weighed, { milestone: number; labels: readonly number[] }>(
  ['issues', 'labels', 'milestones', 'boards', 'groups'],
  async (ctx, { milestone, labels }, refs) => {
    const { rows } = await ctx.db.query<Weighed>({
      name: 'planning-load',
      text: `with boxed as materialized (select number from issues
          where group_id = $1 and kind = 'issue' and milestone_id = $2 and ($4::int[] is null or number = any($4)))
        select i.number as ref, i.weight, ${SPLIT} as split, i.plan_rank as rank, i.state, i.close_reason as "closeReason" from issues i
        where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2 and ($4::int[] is null or i.number = any($4))
          and ($3::int[] = '{}' or (i.number in (select x.issue_number from issue_labels x
            where x.group_id = $1 and x.label_id = any($3) and x.issue_number = any(array(select number from boxed))
            group by x.issue_number having array_agg(x.label_id) @> $3::int[])) is true)`,
      values: [ctx.group.id, milestone, labels, refs],
    })
    return rows
  },
)
