import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { importTimeOff as endpoint } from '#lib/contract/calendar-files.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { reviewCalendar } from '../queries/time-off-review.ts'
import { addTimeOff } from './time-off.ts'

type Input = InputOf<typeof endpoint>
type Answer = OutputOf<typeof endpoint>

/** Reads a calendar file of the actor's, or enters what they chose of it: one act, of which each entry answers for itself. */
export async function importTimeOff(ctx: Ctx, { file, apply }: Input): Promise<Answer> {
  if (apply === undefined)
    return { ...(await reviewCalendar(ctx, file ?? '')), done: [], refused: [], event: null }
  return inTransaction(ctx, (ctx) => enter(ctx, apply))
}

async function enter(ctx: Ctx, wanted: NonNullable<Input['apply']>): Promise<Answer> {
  authorise(ctx, 'pto.own')
  const answer: Answer = { proposals: [], leftOut: [], done: [], refused: [], event: null }
  for (const { kind, ...days } of wanted) {
    try {
      const { entry, warnings, event } = await addTimeOff(ctx, { group: ctx.group.slug, ...days, kind })
      answer.done.push({ ...days, entry: entry.id, warnings, event })
      answer.event ??= event
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { rule } = error.facts
      const ruleOf = typeof rule === 'string' ? { rule } : {}
      answer.refused.push({ ...days, because: error.detail, ...ruleOf })
    }
  }
  return answer
}
