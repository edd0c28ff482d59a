import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editReadinessQuestions as endpoint } from '#lib/contract/models.ts'
import { type Question, whyNotQuestions } from '#lib/domain/models/models.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { type QuestionsInUse, questionsOf } from '../../queries/models.ts'
import { inTransaction } from '../../transaction.ts'

/** Writes the next version. A question keeps its number while it is there, and no number is given twice. */
export const editQuestions = (ctx: Ctx, { questions, version }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'model.questions')
    const now = await questionsOf(ctx)
    if (now.version !== version) {
      throw new Failure('stale', 'Another person changed the questions. Check theirs first.', {
        rule: 'stale',
        now: now.questions,
        yours: questions,
        version: now.version,
      })
    }
    insist(whyNotQuestions(questions))
    const highest = await highestNumber(ctx, now)
    let next = highest
    const known = new Set(now.questions.map(({ id }) => id))
    const to = questions.map(({ id, text }) => {
      const kept = id !== undefined && known.delete(id)
      return { id: kept ? id : (next += 1), text: text.trim() }
    })
    return writeQuestions(ctx, now, to)
  })

/** Of all questions that the group ever asked. */
async function highestNumber(ctx: Ctx, { questions }: QuestionsInUse): Promise<number> {
  const { rows } = await ctx.db.query<{ highest: number }>(
    `select coalesce(max((q->>'id')::int), 0) as highest from readiness_questions r, jsonb_array_elements(r.questions) q
      where r.group_id = $1`,
    [ctx.group.id],
  )
  return Math.max(rows[0]?.highest ?? 0, ...questions.map(({ id }) => id), 3)
}

/** Puts those in use that are given, with the numbers that they have. */
export async function writeQuestions(ctx: Ctx, now: QuestionsInUse, to: Question[]) {
  const from = now.questions.map(({ id, text }) => ({ id, text }))
  if (JSON.stringify(from) === JSON.stringify(to))
    return { questions: to, version: now.version, event: await lastEvent(ctx) }
  const version = now.version + 1
  await ctx.db.query(
    'insert into readiness_questions (group_id, version, questions, by_id, created_at) values ($1, $2, $3, $4, $5)',
    [ctx.group.id, version, JSON.stringify(to), ctx.actor.id, ctx.now],
  )
  const event = await record(ctx, { type: 'readiness.questions_changed', data: { id: version, from, to } })
  return { questions: to, version, event }
}
