import type { AnyEvent } from '#lib/domain/events.ts'
import type { Ctx } from '../context.ts'
import { tell } from './tell.ts'

/**
 * Writes the event of a change, after its rows, and tells whom it concerns; its number is the next of the group. Events
 * of one act name its first one, and what takes an event back names that.
 */
export async function record(ctx: Ctx, event: AnyEvent & { issue?: number }): Promise<number> {
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'record-event',
    text: 'select record_event($1, $2, $3, $4, $5, $6) as number',
    values: [
      ctx.group.id,
      event.type,
      ctx.actor.id,
      ctx.now,
      event.issue ?? null,
      JSON.stringify({ ...event.data, ...bondsOf(ctx) }),
    ],
  })
  const [written] = rows
  if (!written) throw new Error('The database recorded no event.')
  await tell(ctx, event, written.number)
  return written.number
}

function bondsOf({ act, undoes }: Ctx): { act?: number; undoes?: number } {
  const isFirst = !act || act.recorded === 0
  if (act) act.recorded += 1
  return { ...(isFirst ? {} : { act: act.first }), ...(undoes === undefined ? {} : { undoes }) }
}
