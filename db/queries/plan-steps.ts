import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { readSteps as endpoint } from '#lib/contract/plan-steps.ts'
import { settingsOf, STEP_TEXTS, type StepSetting } from '#lib/domain/plan/steps.ts'
import type { Ctx } from '../context.ts'

/** Steps that the group does at another time, or by another role, than is usual. */
export async function ownSteps(ctx: Ctx): Promise<StepSetting[]> {
  const { rows } = await ctx.db.query<StepSetting>({
    name: 'plan-steps',
    text: 'select step as key, due_before as "dueBefore", owner from plan_steps where group_id = $1',
    values: [ctx.group.id],
  })
  return rows
}

export async function readSteps(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  return {
    steps: settingsOf(await ownSteps(ctx)).map((step) => ({
      ...step,
      title: STEP_TEXTS[step.key].title,
      sentence: STEP_TEXTS[step.key].sentence,
    })),
  }
}
