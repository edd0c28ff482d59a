import { type Outcome, whyNotAnswer } from '#lib/domain/dri.ts'
import type { NumberedSubject } from '#lib/domain/subjects.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { NUMBER } from '../../queries/subject-sql.ts'
import type { OfferFacts } from '../../queries/hand-overs.ts'

/**
 * Gives a hand-over its one outcome; what waited in the inbox of the person asked is done with it.
 * @throws conflict, naming who was faster, where it has an outcome already
 */
export async function end(
  ctx: Ctx,
  { kind, ref }: NumberedSubject,
  offer: OfferFacts,
  outcome: Outcome,
  reason: string | null = null,
): Promise<void> {
  const refusal = whyNotAnswer(offer)
  const { rowCount } = await ctx.db.query({
    name: `end-offer-of-${kind}`,
    text: `with informed as (
        update inbox_items set done_at = $5 where group_id = $1 and ${NUMBER[kind]} = $2 and kind = 'hand_over'
          and done_at is null and person_id = (select to_id from hand_overs where group_id = $1 and id = $3 and outcome is null))
      update hand_overs set outcome = $4, answered_at = $5, answered_by_id = $6, reason = $7
        where group_id = $1 and ${NUMBER[kind]} = $2 and id = $3 and outcome is null`,
    values: [ctx.group.id, ref, offer.id, outcome, ctx.now, ctx.actor.id, reason],
  })
  if (rowCount === 1) return
  const because = refusal?.because ?? 'This hand-over already has an answer.'
  throw new Failure('conflict', because, { rule: 'answered', outcome: offer.outcome })
}
