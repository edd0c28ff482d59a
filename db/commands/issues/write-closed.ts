import type { CloseReason } from '#lib/domain/issues.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import type { IssueFacts } from '../../queries/facts.ts'
import { closeEpicIfDone, reopenEpic } from '../epics.ts'
import { waitOf, writeWait } from './wait.ts'
import { writeMove } from './write-move.ts'

/** What brought it about where no person did: the event, and the words for it. */
type ByItself = { cause: number; because: string }

/** Closes an issue, and its epic where it was the last; returns the number of the event. */
export async function writeClosed(
  ctx: Ctx,
  facts: IssueFacts,
  reason: CloseReason,
  byItself?: ByItself,
): Promise<number> {
  await writeMove(ctx, facts, { order: 'group', rank: null, close: reason, reopen: false })
  const wait = await waitOf(ctx, facts, { labels: facts.labels, open: false })
  await writeWait(ctx, facts.number, wait)
  const { because, ...bond } = byItself ?? {}
  const event = await record(ctx, {
    type: 'issue.closed',
    issue: facts.number,
    ...bond,
    data: { reason, ...(because === undefined ? {} : { because }), ...wait },
  })
  await closeEpicIfDone(ctx, facts.epic, { issue: facts.number, cause: event })
  return event
}

/** Opens an issue again, and its epic with it; returns the number of the event. */
export async function writeReopened(ctx: Ctx, facts: IssueFacts, byItself?: ByItself): Promise<number> {
  await writeMove(ctx, facts, { order: 'group', rank: null, close: null, reopen: true })
  const wait = await waitOf(ctx, facts, { labels: facts.labels, open: true })
  await writeWait(ctx, facts.number, wait)
  const { because, ...bond } = byItself ?? {}
  const event = await record(ctx, {
    type: 'issue.reopened',
    issue: facts.number,
    ...bond,
    data: { was: facts.closeReason, ...(because === undefined ? {} : { because }), ...wait },
  })
  await reopenEpic(ctx, facts.epic, { issue: facts.number, cause: event }, 'reopened')
  return event
}
