import { turnsBuildBoard, turnsBuildBoards } from '#lib/domain/closing/build-spans.ts'
import { EVENT_VERSION, type AnyEvent, type Bonds } from '#lib/domain/events.ts'
import { subjectOf } from '#lib/domain/event-subjects.ts'
import type { Ctx } from '../context.ts'
import { tell } from './tell.ts'

/**
 * Writes the event of a change, after its rows, and tells whom it concerns; its number is the next of the group. Events
 * of one act name its first one, and what takes an event back names that; `cause` is the event that brought this one
 * about, with which it is taken back. `happenedAt` is when it was so, where that was before now. What puts issues on a
 * Build Board or takes them off ends and begins their spans in the same statement.
 */
export async function record(
  ctx: Ctx,
  event: AnyEvent & { issue?: number; cause?: number; happenedAt?: Date },
): Promise<number> {
  const subject = subjectOf(event, ctx.group.id)
  const { rows } = await ctx.db.query<{ number: number }>({
    ...statementFor(event),
    values: [
      ctx.group.id,
      event.type,
      EVENT_VERSION,
      ctx.actor.id,
      ctx.now,
      event.happenedAt ?? ctx.now,
      subject.kind,
      subject.key,
      JSON.stringify({ ...event.data, ...bondsOf(ctx, event.cause ?? ctx.cause) }),
    ],
  })
  const [written] = rows
  if (!written) throw new Error('The database recorded no event.')
  await tell(ctx, event, subject, written.number)
  return written.number
}

const RECORD = 'select record_event($1, $2, $3, $4, $5, $6, $7, $8, $9) as number'

function statementFor(event: AnyEvent): { name: string; text: string } {
  const one = turnsBuildBoard(event)
  if (!one && !turnsBuildBoards(event)) return { name: 'record-event', text: RECORD }
  return {
    name: one ? 'record-event-of-build' : 'record-event-of-builds',
    text: `with recorded as materialized (${RECORD})
      select number, follow_build($1, ${one ? '$8::int' : 'null'}, number, $6) from recorded`,
  }
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
