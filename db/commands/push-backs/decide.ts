import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { Changed } from '#lib/contract/issues.ts'
import type { decidePushBack as endpoint } from '#lib/contract/push-backs.ts'
import { revisitAfter, whyNotDecide, whyNotMoveWith } from '#lib/domain/push-backs.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { lastEvent } from '../../queries/events.ts'
import { issueFacts } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { readPushBack, standingPushBack, type PushBackStanding } from '../../queries/push-backs.ts'
import { inTransaction } from '../../transaction.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue } from '../issues/plan.ts'
import { leftSince } from '../issues/push-back.ts'
import { writeDecision } from './write.ts'

type Input = InputOf<typeof endpoint>
type Move = NonNullable<Input['move']>

/**
 * The EM or the PM decides. Accepting moves the issue in the same act where that is asked for: what leaves the Build Board of
 * the milestone that runs is reprioritised there, and the decision is taken back with the move.
 */
export const decidePushBack = (ctx: Ctx, input: Input): Promise<OutputOf<typeof endpoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'push_back.decide')
    const { decision, note = '', version: seen, move } = input
    const one = await standingPushBack(ctx, input.pushBack)
    const today = todayOf(ctx)
    const revisitOn = revisitAfter(input.revisitOn, one.revisitOn, today)
    insistOnDecision(one, whyNotDecide(one, { decision, revisitOn, seen, today }))
    insist(move ? whyNotMoveWith(decision, one.subject.kind) : null)
    const before = await lastEvent(ctx)
    const moved = move ? await carryOut(ctx, one, move) : null
    const left = moved ? await leftSince(ctx, Number(one.subject.key), before) : null
    const cause = left?.event ?? (moved && moved.event > before ? moved.event : undefined)
    const event = await writeDecision(ctx, one, {
      to: { state: decision, note: note.trim(), revisitOn },
      left: left && { id: left.id, title: left.title },
      ...(cause === undefined ? {} : { cause }),
    })
    const pushBack = await readPushBack(ctx, { pushBack: one.id })
    return { pushBack, event: cause ?? event, warnings: moved?.warnings ?? [] }
  })

/** @throws conflict, naming who was faster; refused for everything else */
function insistOnDecision(one: PushBackStanding, refusal: ReturnType<typeof whyNotDecide>): void {
  if (refusal?.code === 'decided')
    throw new Failure('conflict', refusal.because, { rule: refusal.code, state: one.state })
  insist(refusal)
}

/** By the commands of the buttons, with the rights that these ask for. */
async function carryOut(
  ctx: Ctx,
  { subject }: PushBackStanding,
  { milestone, withoutDeliverable = false }: Move,
): Promise<Changed> {
  const one = { group: ctx.group.slug, ref: Number(subject.key) }
  if (milestone !== undefined) return planIssue(ctx, { ...one, milestone, withoutDeliverable })
  const { labels } = await issueFacts(ctx, one.ref)
  const deliverable = labels.find(({ meaning }) => meaning === 'deliverable')
  if (!deliverable) throw notFound('A label that means Deliverable on this issue')
  return labelIssue(ctx, { ...one, remove: [deliverable.title] })
}
