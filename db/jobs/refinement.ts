import { isOver } from '#lib/domain/milestones.ts'
import { REFINEMENT_TEXT, refinementTitle } from '#lib/domain/refinement.ts'
import { cronOf, weekOwed, type WeeklyTurn } from '#lib/domain/turns.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { assignIssue } from '../commands/issues/assign.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { createIssue } from '../commands/issues/create.ts'
import { link } from '../commands/links.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { labelByMeaning } from '../queries/facts.ts'
import { milestonesOf, timeboxes, todayOf } from '../queries/milestones.ts'
import {
  type Candidate,
  candidatesToRefine,
  engineersToRefine,
  openRefinements,
} from '../queries/refinement-candidates.ts'
import { type Job, oneOrNone, type Turns, wallOf } from './job.ts'

/**
 * Handbook › Team Milestone Planning Process: "Refinement issues created every week with automation". One a week in each
 * group that plans: that has a milestone which runs or is to come.
 */
export const refinement: Job = {
  name: 'refinement',
  cron: (turns) => {
    const turn = turnOf(turns)
    return turn && cronOf(turn)
  },
  owed: async (ctx, turns) => {
    const turn = turnOf(turns)
    const weekOn = turn && weekOwed(turn, wallOf(ctx))
    return weekOn !== null && (await plans(ctx)) ? oneOrNone(weekOn) : []
  },
  run: async (ctx, weekOn) => {
    const { next } = await timeboxes(ctx)
    const candidates = await candidatesToRefine(ctx, next?.id ?? null)
    if (candidates.length === 0) {
      await record(ctx, { type: 'refinement.skipped', data: { weekOn } })
      return
    }
    const ref = await open(ctx, weekOn, candidates, next?.slug ?? null)
    // What is left of the weeks before is listed again: one refinement issue at a time is open.
    for (const before of await openRefinements(ctx, ref)) {
      await closeIssue(ctx, { group: ctx.group.slug, ref: before, reason: 'moved' })
    }
  },
}

const turnOf = ({ refinementDay, refinementHour }: Turns): WeeklyTurn | null =>
  refinementDay === null ? null : { day: refinementDay, hour: refinementHour }

async function plans(ctx: Ctx): Promise<boolean> {
  const today = todayOf(ctx)
  return (await milestonesOf(ctx)).some(
    ({ dueOn, closedAt }) => dueOn !== null && !isOver({ dueOn, closed: closedAt !== null }, today),
  )
}

/** Made of sample issues alone, it goes with them. */
async function open(
  ctx: Ctx,
  weekOn: PlainDate,
  candidates: readonly Candidate[],
  milestone: string | null,
): Promise<number> {
  const group = ctx.group.slug
  const refs = candidates.map(({ ref }) => ref)
  const ours = await labelByMeaning(ctx, 'group')
  const { card } = await createIssue(ctx, {
    group,
    kind: 'refinement',
    title: refinementTitle(weekOn),
    description: REFINEMENT_TEXT,
    labels: ours ? [ours.title] : [],
    milestone,
    sample: candidates.every(({ sample }) => sample),
  })
  for (const other of refs) await link(ctx, card.ref, 'relates', other)
  const assignees = await engineersToRefine(ctx, refs, weekOn)
  if (assignees.length > 0) await assignIssue(ctx, { group, ref: card.ref, assignees })
  return card.ref
}
