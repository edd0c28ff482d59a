import type { InputOf } from '#lib/contract/endpoint.ts'
import type { Changed, moveIssue as endpoint } from '#lib/contract/issues.ts'
import { CLOSED, laneOf, mayOrder, NO_COLUMN, onBoard, orderOf } from '#lib/domain/boards.ts'
import { labelsMoved, planMove, whyNotMove } from '#lib/domain/board-moves.ts'
import { afterChange, means, typeOf } from '#lib/domain/labels.ts'
import { isForbidden } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { boardFacts, type BoardFacts } from '../../queries/board-facts.ts'
import { type IssueFacts, factsSeen, factsUnseen } from '../../queries/facts.ts'
import { gapAt, rankIn, type Gap } from '../ranks.ts'
import { changedIssue } from './changed-issue.ts'
import { linkOriginal } from './duplicate.ts'
import { insistOnLabels, writeLabels } from './labels.ts'
import { acceptPushBack, type Leaving } from './push-back.ts'
import { enterSwimlane } from './swimlane.ts'
import { waitOf } from './wait.ts'
import { writeMove } from './write-move.ts'
import { closeEpicIfDone, reopenEpic } from '../epics.ts'
import { followRefinements } from '../refinements.ts'

type Input = Leaving<InputOf<typeof endpoint>>

/** One command behind every way to move a card: lane, place or both, in one act and one event. */
export const moveIssue = (ctx: Ctx, input: Input) =>
  inTransaction(ctx, move(input), (ctx) =>
    Promise.all([factsUnseen(ctx, input.ref), boardFacts(ctx, input.board), gapAt(ctx, input)]),
  )

type Read = Promise<[IssueFacts | undefined, BoardFacts, Gap | undefined]>

const move =
  (input: Input) =>
  async (ctx: Ctx, read: Read): Promise<Changed> => {
    authorise(ctx, 'card.move')
    const [unseen, board, gap] = await read
    const facts = factsSeen(ctx, input.ref, unseen)
    const { from, to, plan, change } = planned(ctx, facts, board, input)
    const warnings = await insistOnLabels(ctx, facts, change)
    const order = orderOf(board.kind)
    // others who move a card of the curated board keep its place
    const placed = mayOrder(ctx.actor, board.kind) ? await rankIn(ctx, { ...input, order }, gap) : null
    const fromRank = placed?.spread.find(({ issue }) => issue === facts.number)?.to ?? facts.ranks[order]
    if (from === to && placed === null) return enterSwimlane(ctx, facts.number, input.swimlane)

    const closed = plan.close ? (input.closeReason ?? 'done') : null
    if (closed) await linkOriginal(ctx, facts.number, closed, input.duplicateOf)
    const wait = await waitOf(ctx, facts, {
      labels: afterChange(facts.labels, change),
      open: !plan.close && (plan.reopen || facts.state === 'open'),
      asked: input.blocked,
    })
    const writes = [
      writeLabels(ctx, facts, change, wait),
      writeMove(ctx, facts, { order, rank: placed?.rank ?? null, close: closed, reopen: plan.reopen }),
    ]
    const event = record(ctx, {
      type: from === to ? 'issue.ranked' : 'issue.moved',
      issue: facts.number,
      data: {
        board: { id: board.id, title: board.title },
        from: lane(board, from),
        to: lane(board, to),
        ...change,
        ...wait,
        ...(closed ? { closed } : {}),
        ...(plan.reopen ? { reopened: true, was: facts.closeReason } : {}),
        order,
        rank: placed?.rank ?? fromRank,
        fromRank,
        ...(placed && placed.spread.length > 0 ? { spread: placed.spread } : {}),
      },
    })
    const changed = await changedIssue(ctx, facts.number, event, warnings, writes)
    if (input.pushBack) await acceptPushBack(ctx, facts.number, input.pushBack, changed.event)
    const over = { issue: facts.number, cause: changed.event }
    if (plan.close) await closeEpicIfDone(ctx, facts.epic, over)
    if (plan.reopen) await reopenEpic(ctx, facts.epic, over, 'reopened')
    if (plan.close || plan.reopen) await followRefinements(ctx, [facts.number], changed.event)
    return input.swimlane ? enterSwimlane(ctx, facts.number, input.swimlane, changed) : changed
  }

/** From which lane to which, and what that changes; refuses a card or a lane that the board no longer has. */
function planned(ctx: Ctx, facts: IssueFacts, board: BoardFacts, input: Input) {
  const card = { state: facts.state, labelIds: facts.labels.map((label) => label.id) }
  // A board of the current or the next milestone can be looked at for any other one; a fixed one shows its own alone.
  const milestoneId = board.milestoneRule === 'fixed' ? board.milestoneId : null
  const filter = { milestoneId, labelIds: board.filterLabelIds }
  if (!onBoard({ milestoneId: facts.milestone?.id ?? null, ...card }, filter)) {
    const because = `#${facts.number} is no longer on the ${board.title} board.`
    throw new Failure('refused', because, { rule: 'not_here' })
  }
  const labels = [...board.labels, ...facts.labels]
  const from = laneOf(card, board.columns, labels)
  const to = input.to ?? from
  insistOnMove(ctx, facts, board, { from, to, swimlane: input.swimlane })
  const plan = planMove(card, from, to, board.columns, labels)
  return { from, to, plan, change: labelsMoved(facts.labels, plan, board.labels) }
}

type Way = { from: string; to: string; swimlane: Input['swimlane'] }

/** The rule that the board shows before the card is dropped. */
function insistOnMove({ actor }: Ctx, facts: IssueFacts, board: BoardFacts, { swimlane, ...way }: Way): void {
  const { state, labels, weight, description, spikeScope } = facts
  const { kind, columns } = board
  const move = { actor, kind, columns, labels: board.labels, card: { state, labels }, ...way }
  const readiness = {
    type: typeOf(labels),
    spike: means(labels, 'spike'),
    weight,
    description,
    spikeScope,
  }
  const refusal = whyNotMove({ ...move, entersSwimlane: swimlane !== undefined }, readiness)
  if (refusal && isForbidden(refusal)) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
  insist(refusal)
}

function lane(board: BoardFacts, id: string): { id: string; title: string } {
  if (id === NO_COLUMN) return { id, title: 'Not in a column' }
  if (id === CLOSED) return { id, title: 'Closed' }
  return { id, title: board.columns.find((column) => column.id === id)?.title ?? id }
}
