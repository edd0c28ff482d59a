import { authorise } from '../../context.ts'
import { modelById, questionsOf } from '../../queries/models.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { answerQuestion } from './answers.ts'
import { setWaiver, writeFacts } from './edit.ts'
import { addModel, removeModel } from './models.ts'
import { writeQuestions } from './questions.ts'

export const modelsUndo: UndoHandlers<'model'> = {
  'model.added': (ctx, { data }) => removeModel(ctx, { group: ctx.group.slug, model: data.id }),
  'model.removed': (ctx, { data }) => {
    authorise(ctx, 'model.edit')
    return addModel(ctx, data)
  },
  'model.edited': async (ctx, { data: { id, from } }) => {
    authorise(ctx, 'model.edit')
    return writeFacts(ctx, await modelById(ctx, id), from)
  },
  'model.answered': async (ctx, { data: { id, question, from } }) => {
    authorise(ctx, 'model.edit')
    return answerQuestion(ctx, await modelById(ctx, id), question, from)
  },
  'model.waiver_set': async (ctx, { data: { id, from } }) => {
    authorise(ctx, 'model.waive')
    return setWaiver(ctx, await modelById(ctx, id), from)
  },
}

export const readinessUndo: UndoHandlers<'readiness'> = {
  'readiness.questions_changed': async (ctx, { data }) => {
    authorise(ctx, 'model.questions')
    return writeQuestions(ctx, await questionsOf(ctx), data.from)
  },
}
