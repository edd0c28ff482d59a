import type { Recorded } from './events.ts'
import type { Asked, ModelData } from './events/models.ts'
import { FIRST_QUESTIONS, type Question } from './models/models.ts'
import { change } from './replay-maps.ts'

export type ModelState = Omit<ModelData, 'owner'> & {
  owner: string | null
  /** By the number of the question. */
  answers: Map<number, Asked>
  waiver: { by: string; reason: string } | null
}
export type ModelsState = { models: Map<number, ModelState>; readinessQuestions: readonly Question[] }

export const emptyModels = (): ModelsState => ({ models: new Map(), readinessQuestions: FIRST_QUESTIONS })

const kept = ({ name, offered, note, owner }: ModelData) => ({
  name,
  offered,
  note,
  owner: owner?.id ?? null,
})

/** What an event makes of the register of models; that the clock found an answer expired changes nothing of it. */
export function applyToModels(state: ModelsState, event: Recorded): void {
  const { models } = state
  switch (event.type) {
    case 'model.added': {
      const { id, answers, waiver, ...facts } = event.data
      models.set(id, {
        ...kept(facts),
        answers: new Map(answers.map(({ question, ...answer }) => [question, answer])),
        waiver: waiver && { by: waiver.by.id, reason: waiver.reason },
      })
      return
    }
    case 'model.edited':
      return change(models, event.data.id, kept(event.data.to))
    case 'model.removed':
      models.delete(event.data.id)
      return
    case 'model.answered': {
      const { id, question, to } = event.data
      const answers = models.get(id)?.answers
      if (to === null) answers?.delete(question.id)
      else answers?.set(question.id, to)
      return
    }
    case 'model.waiver_set': {
      const { id, to } = event.data
      return change(models, id, { waiver: to && { by: to.by.id, reason: to.reason } })
    }
    case 'readiness.questions_changed':
      state.readinessQuestions = event.data.to
      return
    case 'sample.removed':
      for (const id of event.data.models ?? []) models.delete(id)
      return
    default:
  }
}
