import { loadOf, type Work } from '#lib/domain/capacity/load.ts'
import type { PlanningBlocks } from '#lib/domain/planning-issue/blocks.ts'
import { whyNotPlanningIssue } from '#lib/domain/planning-issue/rules.ts'
import { sumsOf } from '#lib/domain/planning-issue/sums.ts'
import { weightOf } from '#lib/domain/weight.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { eachDay, weekday } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { boardsOf } from './boards-list.ts'
import { capacityIn, capacityTerms, type Timebox } from './capacity-terms.ts'
import { carriedInto } from './capacity-work.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf } from './milestones.ts'
import { deliverableRow, deliverablesIn, type Picked, prioritiesIn, priorityRow } from './planning-rows.ts'

export type PlanningBox = MilestoneRow & Timebox

/** A milestone with dates, closed or not. @throws not_found, and refused for a shelf */
export async function planningBox(ctx: Ctx, slug: string): Promise<PlanningBox> {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { startOn, dueOn } = found
  if (startOn !== null && dueOn !== null) return { ...found, startOn, dueOn }
  insist(whyNotPlanningIssue(milestoneFacts(found)))
  throw new Error('A milestone without dates is a shelf.')
}

/** The blocks as they are at this moment. `seesAll` is whether confidential issues stand in the lists; they count in any case. */
export async function liveBlocks(
  ctx: Ctx,
  box: PlanningBox,
  { seesAll }: { seesAll: boolean },
): Promise<PlanningBlocks> {
  const id = Number(box.id)
  const [boards, priorities, picked, capacity, group] = await Promise.all([
    boardsOf(ctx),
    prioritiesIn(ctx, id),
    deliverablesIn(ctx, id),
    capacityBlock(ctx, box),
    groupFacts(ctx, box),
  ])
  const days = eachDay(box.startOn, box.dueOn)
  const off = new Set(group.daysOff)
  return {
    milestone: {
      title: box.title,
      startOn: box.startOn,
      dueOn: box.dueOn,
      workingDays: days.filter((day) => weekday(day) <= 5 && !off.has(day)).length,
    },
    boards: boards
      .filter(({ kind }) => kind === 'planning' || kind === 'build')
      .map(({ slug, title }) => ({ slug, title, milestone: box.slug })),
    goals: group.goals,
    priorities: shownOf(priorities, seesAll, priorityRow),
    capacity: {
      ...sumsOf(
        group.teams.map(({ slug, name }) => ({ team: slug, name, weight: capacity.weightOf(slug) })),
        capacity.weight,
        loadOf(picked.map(workOf), capacity.rows),
      ),
      carryOver: capacity.carryOver,
    },
    deliverables: shownOf(picked, seesAll, deliverableRow),
  }
}

/** Counted as everywhere: for the team of who works on it, where that is another one. */
const workOf = ({ ref, weight, split, slug, assignees, dri }: Picked): Work => ({
  ref,
  weight,
  split,
  team: slug,
  assignees,
  dri: dri && dri.handle,
})

function shownOf<T extends { confidential: boolean }, R>(
  all: readonly T[],
  seesAll: boolean,
  row: (one: T) => R,
) {
  const shown = all.filter(({ confidential }) => seesAll || !confidential)
  return { rows: shown.map(row), notShown: all.length - shown.length }
}

/** The same numbers as on boards and on the page of capacity. */
async function capacityBlock(ctx: Ctx, box: PlanningBox) {
  const before = (await milestonesOf(ctx)).find(({ dueOn }) => dueOn !== null && dueOn < box.startOn)
  const [terms, carried] = await Promise.all([
    capacityTerms(ctx, box.startOn, box.dueOn),
    before ? carriedInto(ctx, Number(box.id), Number(before.id)) : [],
  ])
  const { rows, teams, weight } = capacityIn(terms, box)
  const left = carried.reduce((sum, one) => sum + (one.left ?? weightOf(one)), 0)
  return {
    rows,
    weight,
    weightOf: (team: string) => teams.find((one) => one.team === team)?.weight ?? 0,
    carryOver: before && left > 0 ? { from: before.title, left } : null,
  }
}

type GroupFacts = { teams: { slug: string; name: string }[]; daysOff: string[]; goals: string }

async function groupFacts(ctx: Ctx, { id, startOn, dueOn }: PlanningBox): Promise<GroupFacts> {
  const { rows } = await ctx.db.query<GroupFacts>({
    name: 'planning-group',
    text: `select coalesce((select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by t.position, t.id)
          from functional_teams t where t.group_id = m.group_id), '[]') as teams,
        array(select d.day::text from days_off d where d.group_id = m.group_id and d.day between $3::date and $4::date) as "daysOff",
        m.goals
      from milestones m where m.group_id = $1 and m.id = $2`,
    values: [ctx.group.id, Number(id), startOn, dueOn],
  })
  const [known] = rows
  if (!known) throw notFound('The milestone')
  return known
}
