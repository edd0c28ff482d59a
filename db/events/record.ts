import { EVENT_VERSION, type AnyEvent, type Bonds } from '#lib/domain/events.ts'
import { subjectOf } from '#lib/domain/event-subjects.ts'
import type { Ctx } from '../context.ts'
import { tell } from './tell.ts'

/**
 * Writes the event of a change, after its rows, and tells whom it concerns; its number is the next of the group. Events
 * of one act name its first one, and what takes an event back names that; `cause` is the event that brought this one
 * about, with which it is taken back.
 */
export async function record(
  ctx: Ctx,
  event: AnyEvent & { issue?: number; cause?: number },
): Promise<number> {
  const subject = subjectOf(event, ctx.group.id)
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'record-event',
    text: 'select record_event($1, $2, $3, $4, $5, $5, $6, $7, $8) as number',
    values: [
      ctx.group.id,
      event.type,
      EVENT_VERSION,
      ctx.actor.id,
      ctx.now,
      subject.kind,
      subject.key,
      JSON.stringify({ ...event.data, ...bondsOf(ctx, event.cause) }),
    ],
  })
  const [written] = rows
  if (!written) throw new Error('The database recorded no event.')
  await tell(ctx, event, written.number)
  return written.number
}

/** A consequence goes with its cause, and takes nothing back by itself. */
function bondsOf({ act, undoes }: Ctx, cause: number | undefined): Bonds {
  const isFirst = !act || act.recorded === 0
  if (act) act.recorded += 1
  return {
    ...(isFirst ? {} : { act: act.first }),
    ...(cause === undefined ? {} : { cause }),
    ...(undoes === undefined || cause !== undefined ? {} : { undoes }),
  }
}
