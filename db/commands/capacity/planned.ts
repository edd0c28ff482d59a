import { eachDay, type PlainDate } from '#lib/kit/plain-date.ts'
import { whyNotPlanIn } from '#lib/domain/capacity/rules.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { milestoneFacts, milestonesOf } from '../../queries/milestones.ts'

/** A milestone whose capacity can be planned, as events name it, with its days. @throws refused for shelves and closed ones */
export async function planned(
  ctx: Ctx,
  slug: string,
): Promise<{ id: string; title: string; days: PlainDate[] }> {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  insist(whyNotPlanIn(milestoneFacts(found)))
  return { id: found.id, title: found.title, days: eachDay(found.startOn ?? '', found.dueOn ?? '') }
}
