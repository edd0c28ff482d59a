import { EXPIRY_HOUR, hasExpired } from '#lib/domain/models/expiry.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { type ModelFacts, modelFacts, type QuestionsInUse, questionsOf } from '../queries/models.ts'
import { type Job, wallOf } from './job.ts'

/** A yes that is given anew until another day is another reason to tell. */
const periodOf = (model: number, { question, expiresOn }: ModelFacts['answers'][number]): string =>
  `${model} ${question} ${expiresOn ?? ''}`

/** Answers that have expired, of models that no waiver covers. */
async function expired(ctx: Ctx) {
  const [models, { questions }] = await Promise.all([modelFacts(ctx), questionsOf(ctx)])
  return models.flatMap((model) => expiredOf(ctx, model, questions))
}

const expiredOf = (ctx: Ctx, model: ModelFacts, questions: QuestionsInUse['questions']) =>
  model.waiver
    ? []
    : model.answers.flatMap((answer) => {
        const question = questions.find(({ id }) => id === answer.question)
        const { expiresOn } = answer
        if (!question || expiresOn === null || !hasExpired(expiresOn, wallOf(ctx))) return []
        return [{ model, question, expiresOn, period: periodOf(model.id, answer) }]
      })

/** Tells who answers for a model, and the engineering manager, once, that an answer of its readiness check has expired. */
export const modelExpiry: Job = {
  name: 'model-expiry',
  cron: () => `0 ${EXPIRY_HOUR} * * *`,
  owed: async (ctx) => (await expired(ctx)).map(({ period }) => period),
  run: async (ctx, period) => {
    const found = (await expired(ctx)).find((one) => one.period === period)
    if (!found) throw new Error('The question was answered, or the model waived, before it was told.')
    const { model, question, expiresOn } = found
    const { id, name } = model
    const owner = model.owner && { id: model.owner.id, name: model.owner.name }
    await record(ctx, {
      type: 'model.answer_expired',
      data: { id, name, question, expiredOn: expiresOn, owner },
    })
  },
}
