import type { CloseReason } from '#lib/domain/issues.ts'
import { afterChange, type LabelChange } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import type { WaitChange } from '#lib/domain/wait.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts, labelsById } from '../../queries/facts.ts'
import { closeEpicIfDone, reopenEpic } from '../epics.ts'
import { followRefinements } from '../refinements.ts'
import { RANK } from '../ranks.ts'
import type { ToUndo } from '../undo-handler.ts'
import { insistOnLabels, writeLabels } from './labels.ts'
import { waitOf } from './wait.ts'
import { writeMove } from './write-move.ts'

type Moved = ToUndo<'issue.moved'> | ToUndo<'issue.ranked'>

/** Puts a card back where it was, in its lane and among its neighbours, if its place is free. */
export async function moveUndo(ctx: Ctx, event: Moved): Promise<number> {
  authorise(ctx, 'card.move')
  const facts = await issueFacts(ctx, event.issue)
  const rank = await placeBefore(ctx, facts, event)
  const was = stateBefore(event)
  const { change, wait } = await labelsBefore(ctx, facts, event, was)
  const { board, from, to, order } = event.data
  await writeMove(ctx, facts, { order, rank, close: was.reopened, reopen: was.closed !== null })
  const back = { board, from: to, to: from, order, rank, fromRank: facts.ranks[order] }
  if (event.type === 'issue.ranked') {
    return record(ctx, { type: 'issue.ranked', issue: facts.number, data: back })
  }
  const states = {
    ...(was.reopened ? { closed: was.reopened } : {}),
    ...(was.closed ? { reopened: true, was: was.closed } : {}),
  }
  const data = { ...back, ...change, ...wait, ...states }
  const number = await record(ctx, { type: 'issue.moved', issue: facts.number, data })
  const over = { issue: facts.number, cause: number }
  if (was.reopened) await closeEpicIfDone(ctx, facts.epic, over)
  if (was.closed) await reopenEpic(ctx, facts.epic, over, 'reopened')
  if (was.reopened || was.closed) await followRefinements(ctx, [facts.number], number)
  return number
}

/** What the move closed is open again, and the other way round. */
function stateBefore({ type, data }: Moved): Was {
  if (type === 'issue.ranked') return { closed: null, reopened: null }
  return { closed: data.closed ?? null, reopened: data.reopened ? (data.was ?? 'done') : null }
}

type Was = { closed: CloseReason | null; reopened: CloseReason | null }

async function labelsBefore(
  ctx: Ctx,
  facts: IssueFacts,
  { type, data }: Moved,
  was: Was,
): Promise<{ change: LabelChange; wait: WaitChange }> {
  if (type === 'issue.ranked') return { change: { added: [], removed: [] }, wait: {} }
  const change = { added: await labelsById(ctx, data.removed), removed: await labelsById(ctx, data.added) }
  await insistOnLabels(ctx, facts, change)
  const wait = await waitOf(ctx, facts, {
    labels: afterChange(facts.labels, change),
    open: was.reopened === null && (was.closed !== null || facts.state === 'open'),
    asked: data.waited,
  })
  await writeLabels(ctx, facts, change, wait, { asItWas: true })
  return { change, wait }
}

/** The rank that the card had; the one that it has now, where another card lies there or the order is not theirs. */
async function placeBefore(ctx: Ctx, facts: IssueFacts, { type, data }: Moved): Promise<string> {
  const now = facts.ranks[data.order]
  if (data.order === 'planning' && data.rank !== data.fromRank && !may(ctx.actor, 'planning.order')) {
    if (type === 'issue.ranked') authorise(ctx, 'planning.order')
    return now
  }
  const { rowCount } = await ctx.db.query(
    `select from issues where group_id = $1 and ${RANK[data.order]} = $2 and number <> $3`,
    [ctx.group.id, data.fromRank, facts.number],
  )
  return rowCount === 0 ? data.fromRank : now
}
