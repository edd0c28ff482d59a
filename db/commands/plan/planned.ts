import type { TitledRef } from '#lib/domain/event-refs.ts'
import { whyNotPlan } from '#lib/domain/plan/rules.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { milestoneFacts, milestonesOf } from '../../queries/milestones.ts'

/** A milestone that can be planned, as events name it. @throws not_found; refused for shelves and closed ones */
export async function plannedMilestone(ctx: Ctx, slug: string): Promise<TitledRef> {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  insist(whyNotPlan(milestoneFacts(found)))
  return { id: found.id, title: found.title }
}
