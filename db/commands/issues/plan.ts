import type { InputOf } from '#lib/contract/endpoint.ts'
import type { planIssue as plan, weighIssue as weigh } from '#lib/contract/issues.ts'
import { whyNotMoveDeliverable } from '#lib/domain/deliverable.ts'
import { DELIVERABLE_OF_EM } from '#lib/domain/refusal-codes.ts'
import { whyNotReplan } from '#lib/domain/planning-issue/rules.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { stateOf } from '#lib/domain/labels.ts'
import { warnWeight, whyNotWeight } from '#lib/domain/weight.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { milestonesOf, timeboxes } from '../../queries/milestones.ts'
import { followRefinements } from '../refinements.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { labelIssue } from './labels.ts'
import { acceptPushBack, type Leaving } from './push-back.ts'

/** Handbook › Issue Milestones: "Issues are assigned the current or next milestone if they are planned to be …". */
export const planIssue = (
  ctx: Ctx,
  { ref, milestone: slug, withoutDeliverable, pushBack }: Leaving<InputOf<typeof plan>>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const to = slug === null ? null : await openMilestone(ctx, slug)
    if (to?.id === facts.milestone?.id) return unchangedIssue(ctx, ref)
    insist(whyNotReplan(facts.kind))
    const deliverable = facts.labels.find(({ meaning }) => meaning === 'deliverable')
    if (deliverable && withoutDeliverable)
      await labelIssue(ctx, { ...one(ctx, ref), remove: [deliverable.title], pushBack })
    else if (deliverable) await insistOnDeliverable(ctx, facts, to)
    await ctx.db.query(
      'update issues set milestone_id = $3, updated_at = $4 where group_id = $1 and number = $2',
      [ctx.group.id, ref, to?.id ?? null, ctx.now],
    )
    const event = await record(ctx, {
      type: 'issue.milestone_set',
      issue: ref,
      data: { from: facts.milestone, to },
    })
    if (pushBack && !(deliverable && withoutDeliverable)) await acceptPushBack(ctx, ref, pushBack, event)
    return changedIssue(ctx, ref, event)
  })

/** @throws not_found where there is none; refused where it is closed: nothing is planned for it any more */
export async function openMilestone(ctx: Ctx, slug: string): Promise<{ id: string; title: string }> {
  const found = (await milestonesOf(ctx)).find((milestone) => milestone.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  insist(found.closedAt ? { code: 'milestone_closed', because: `${found.title} is already closed.` } : null)
  return { id: found.id, title: found.title }
}

const one = (ctx: Ctx, ref: number) => ({ group: ctx.group.slug, ref })

/** A Deliverable leaves the near milestones only when the label comes off, which is the EM's to decide. */
async function insistOnDeliverable(
  ctx: Ctx,
  facts: IssueFacts,
  to: { id: string; title: string } | null,
): Promise<void> {
  const refusal = whyNotMoveDeliverable(ctx.actor, facts.milestone?.title ?? null, {
    state: stateOf(facts.labels),
    milestone: to,
    ...(await timeboxes(ctx)),
    dri: facts.dri?.id ?? null,
    assignees: facts.assignees.map((person) => person.id),
  })
  if (refusal?.code === DELIVERABLE_OF_EM)
    throw new Failure('forbidden', refusal.because, { rule: refusal.code })
  insist(refusal)
}

/** Handbook › Issue Weights: "A weight is assigned to each issue as an estimate of work to close it." */
export const weighIssue = (ctx: Ctx, { ref, weight }: InputOf<typeof weigh>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    const facts = await issueFacts(ctx, ref)
    if (weight === facts.weight) return unchangedIssue(ctx, ref)
    if (weight !== null) insist(whyNotWeight(weight))
    await ctx.db.query('update issues set weight = $3, updated_at = $4 where group_id = $1 and number = $2', [
      ctx.group.id,
      ref,
      weight,
      ctx.now,
    ])
    const event = await record(ctx, {
      type: 'issue.weighed',
      issue: ref,
      data: { from: facts.weight, to: weight },
    })
    if (weight === null || facts.weight === null) await followRefinements(ctx, [ref], event)
    const eroded = warnErosion(facts, { ...facts, weight })
    return changedIssue(ctx, ref, event, eroded.length > 0 ? eroded : [warnWeight(weight)])
  })
