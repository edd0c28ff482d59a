import { momentMeant } from '#lib/domain/past.ts'
import { Failure } from '#lib/kit/failure.ts'
import { endOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { beganAt } from './since.ts'
import { todayOf } from '../queries/milestones.ts'

/** @throws refused for a moment before the group began, and for one that has not come yet */
export async function momentIn(ctx: Ctx, text: string): Promise<Date> {
  const meant = momentMeant(text, {
    now: ctx.now,
    began: (await beganAt(ctx.db, ctx.group.id)) ?? ctx.now,
    today: todayOf(ctx),
    endOf: (day) => endOfDay(ctx.group.zone, day),
  })
  if ('moment' in meant) return meant.moment
  throw new Failure('refused', meant.refusal.because, { rule: meant.refusal.code })
}
