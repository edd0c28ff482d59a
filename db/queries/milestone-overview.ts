import type { Overview } from '#lib/contract/milestone-overview.ts'
import { currentOf, dayNumber, isOver } from '#lib/domain/milestones.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { burnUpIn } from './burn-up.ts'
import { loadIn } from './capacity-load.ts'
import type { Timebox } from './capacity-terms.ts'
import { deliverableLabels } from './capacity-work.ts'
import { confidenceIn } from './confidence.ts'
import { commitmentsFor, stepsIn } from './commitments.ts'
import { groupDaysOff } from './days-off.ts'
import { deliverablesOf } from './deliverables.ts'
import { driftIn } from './drift.ts'
import { keptUntilChange } from './kept.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

/**
 * What a milestone is for, what was promised for it, and how far it is. Of one that is closed nothing is computed from the
 * cards of today.
 *
 * @throws refused for a shelf
 */
export async function readMilestone(ctx: Ctx, { milestone }: { milestone: string }): Promise<Overview> {
  const [all, labelIds] = await Promise.all([milestonesOf(ctx), deliverableLabels(ctx)])
  const box = boxOf(all, milestone)
  const facts = milestoneFacts(box)
  const today = todayOf(ctx)
  const over = isOver(facts, today)
  const [goals, daysOff, capacity, deliverables, drift, confidence, burnUp, outcome] = await Promise.all([
    goalsOf(ctx, box.id),
    groupDaysOff(ctx, box.startOn, box.dueOn),
    over ? null : loadIn(ctx, box),
    facts.closed ? null : deliverablesOf(ctx, box, labelIds),
    facts.closed ? [] : driftIn(ctx, [Number(box.id)]),
    currentOf(all, today)?.id === box.id && !facts.closed ? confidenceIn(ctx, Number(box.id)) : null,
    stepsIn(ctx, box).then((steps) => burnUpIn(ctx, box, steps)),
    commitmentsFor(ctx, box),
  ])
  return {
    milestone: { ...facts, closedOn: box.closedAt === null ? null : dayIn(ctx.group.zone, box.closedAt) },
    day: dayNumber(box, today) ?? { day: 0, of: 0 },
    today,
    ...goals,
    burnUp,
    daysOff,
    capacity,
    deliverables,
    drift,
    confidence,
    outcome,
  }
}

/** @throws refused for a shelf */
export function boxOf(all: readonly MilestoneRow[], slug: string): MilestoneRow & Timebox {
  const found = all.find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { startOn, dueOn } = found
  if (startOn !== null && dueOn !== null) return { ...found, startOn, dueOn }
  throw new Failure('refused', `${found.title} is a shelf. Shelves have no days and no goals.`, {
    rule: 'no_days',
  })
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptMilestone = keptUntilChange(readMilestone)

type Goals = { goals: string; goalsVersion: number }

async function goalsOf(ctx: Ctx, id: string): Promise<Goals> {
  const { rows } = await ctx.db.query<Goals>({
    name: 'goals-of-milestone',
    text: 'select goals, goals_version as "goalsVersion" from milestones where group_id = $1 and id = $2',
    values: [ctx.group.id, Number(id)],
  })
  return rows[0] ?? { goals: '', goalsVersion: 1 }
}
