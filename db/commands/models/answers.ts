import type { Asked } from '#lib/domain/events/models.ts'
import type { Question } from '#lib/domain/models/models.ts'
import { issueOfEvidence, whyNotAnswer } from '#lib/domain/models/models.ts'
import { insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import type { ModelFacts } from '../../queries/models.ts'

/** Puts an answer in the place of the one before; null withdraws it. Nothing is recorded where nothing changes. */
export async function answerQuestion(
  ctx: Ctx,
  { id, name, answers }: ModelFacts,
  question: Question,
  to: Asked | null,
): Promise<number | null> {
  const held = answers.find((one) => one.question === question.id)
  const from = held ? askedOf(held) : null
  if (to !== null) {
    insist(whyNotAnswer(to, todayOf(ctx)))
    const ref = issueOfEvidence(to.evidence)
    if (ref !== null) await issueFacts(ctx, ref)
  }
  if (JSON.stringify(from) === JSON.stringify(to && askedOf(to))) return null
  await writeAnswer(ctx, id, question.id, to)
  await settleExpired(ctx, id, question.id)
  return record(ctx, { type: 'model.answered', data: { id, name, question, from, to } })
}

export async function writeAnswer(
  ctx: Ctx,
  model: number,
  question: number,
  answer: Asked | null,
): Promise<void> {
  const place = [ctx.group.id, model, question]
  if (answer === null) {
    await ctx.db.query(
      'delete from model_answers where group_id = $1 and model_id = $2 and question = $3',
      place,
    )
    return
  }
  const { asked, verdict, evidence, note, expiresOn } = answer
  await ctx.db.query(
    `insert into model_answers (group_id, model_id, question, asked, verdict, evidence, note, expires_on, by_id, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (group_id, model_id, question) do update
      set asked = excluded.asked, verdict = excluded.verdict, evidence = excluded.evidence, note = excluded.note,
        expires_on = excluded.expires_on, by_id = excluded.by_id, at = excluded.at`,
    [...place, asked, verdict, evidence, note, expiresOn, ctx.actor.id, ctx.now],
  )
}

const askedOf = ({ asked, verdict, evidence, note, expiresOn }: Asked): Asked => ({
  asked,
  verdict,
  evidence,
  note,
  expiresOn,
})

/** Who was told that an answer expired has nothing left to do once there is another. */
async function settleExpired(ctx: Ctx, model: number, question: number): Promise<void> {
  await ctx.db.query({
    name: 'settle-expired-answer',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.model_id = $3 and b.done_at is null
        and e.group_id = b.group_id and e.number = b.event_number and e.type = 'model.answer_expired'
        and (e.data->'question'->>'id')::int = $4`,
    values: [ctx.group.id, ctx.now, model, question],
  })
}
