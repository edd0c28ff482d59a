import { expect, test } from 'vitest'
import { aModel, answerAll, modelOf, NO, YES } from '../../testing/models.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { editModel } from './edit.ts'
import { removeModel } from './models.ts'
import { editQuestions } from './questions.ts'

const group = 'custom-models'

const FAMILIES: Families<'model' | 'readiness'> = {
  'model.added': { prepare: async () => [(ctx) => aModel(ctx)] },
  'model.edited': {
    prepare: async (ctx) => {
      const model = await aModel(ctx)
      return [
        (now) => editModel(now, { group, model, name: 'Heron', offered: ['dedicated'] }),
        (now) => editModel(now, { group, model, note: 'For a pilot.', owner: null }),
      ]
    },
  },
  'model.removed': {
    prepare: async (ctx) => {
      const model = await aModel(ctx)
      await answerAll(ctx, model)
      await editModel(ctx, { group, model, waiver: { reason: 'A pilot.' } })
      return [(now) => removeModel(now, { group, model })]
    },
  },
  'model.answered': {
    prepare: async (ctx) => {
      const model = await aModel(ctx)
      const answer = (given: typeof YES | null) => ({
        group,
        model,
        answers: [{ question: 1, answer: given }],
      })
      return [
        (now) => editModel(now, answer(YES)),
        (now) => editModel(now, answer(NO)),
        (now) => editModel(now, answer(null)),
      ]
    },
  },
  'model.waiver_set': {
    prepare: async (ctx) => {
      const model = await aModel(ctx)
      return [
        (now) => editModel(now, { group, model, waiver: { reason: 'A pilot.' } }),
        (now) => editModel(now, { group, model, waiver: null }),
      ]
    },
  },
  'readiness.questions_changed': {
    prepare: async () => [
      (now) => editQuestions(now, { group, version: 0, questions: [{ id: 1, text: 'Is it safe?' }] }),
    ],
    leaves: 'every version of the questions is kept, and what they were before is the newest',
  },
}

testUndoOf(FAMILIES)

test('many answers in one change are taken back together', () =>
  inWorld(async (ctx) => {
    const model = await aModel(ctx)
    const { event } = await answerAll(ctx, model)
    await undoEvent(ctx, { group, event: event - 2 })
    expect((await modelOf(ctx, model)).answers).toEqual([])
  }))
