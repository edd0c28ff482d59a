import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { undoSeveral as promise } from '#lib/contract/several.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { undoEvent } from './undo.ts'

/** Takes back acts that were one for whoever did them, the newest first, so that each finds what it left behind. */
export const undoSeveral = (ctx: Ctx, { events }: InputOf<typeof promise>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const told: OutputOf<typeof promise> = { done: [], refused: [] }
    for (const event of [...new Set(events)].toSorted((a, b) => b - a)) {
      try {
        told.done.push(await undoEvent(ctx, { group: ctx.group.slug, event }))
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        told.refused.push({ event, because: error.detail })
      }
    }
    return told
  })
