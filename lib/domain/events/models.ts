import type { PlainDate } from '#lib/kit/plain-date.ts'
import { modelsLink } from '#lib/kit/links.ts'

import { changed } from '../changed.ts'
import type { Change, PersonRef } from '../event-refs.ts'
import {
  type Answer,
  type Answered,
  type ModelFacts,
  offeringTitle,
  type Question,
  type Waiver,
} from '../models/models.ts'
import { event, lasting, listed } from './row.ts'

export type ModelData = Omit<ModelFacts, 'offered'> & { offered: ModelFacts['offered'][number][] }
type Named = { id: number; name: string }
/** All that is known of a model, so that one that was removed comes back as it was. */
type Whole = ModelData & { id: number; answers: Answered[]; waiver: Waiver | null }
/** With the question as it was put for either of them. */
export type Asked = Answer & { asked: string }
type AnswerChange = Named & { question: Question } & Change<Asked | null>

const where = (offered: ModelData['offered']) =>
  offered.length > 0 ? listed(offered.map(offeringTitle)) : null

export const modelEvents = {
  'model.added': event<Whole>({
    sentence: ({ name, offered }) =>
      `added the model “${name}”${offered.length > 0 ? `, offered on ${where(offered)}` : ''}`,
    things: ({ id }) => [`model ${id}`],
  }),
  'model.edited': event<Change<ModelData> & { id: number }>({
    sentence: ({ from, to }) => {
      if (from.name !== to.name) return `renamed the model “${from.name}” to “${to.name}”`
      if (where(from.offered) !== where(to.offered))
        return changed('places', where(from.offered), where(to.offered), `the model “${to.name}”`)
      if (from.owner?.id !== to.owner?.id)
        return changed('owner', from.owner?.name, to.owner?.name, `the model “${to.name}”`)
      return `edited the model “${to.name}”`
    },
    things: ({ id }) => [`model ${id} facts`],
  }),
  'model.removed': event<Whole>({
    sentence: ({ name }) => `removed the model “${name}”`,
    things: ({ id }) => [`model ${id}`],
  }),
  'model.answered': event<AnswerChange>({
    sentence: ({ name, question, to }) => {
      if (to === null) return `withdrew the answer to “${question.text}” for the model “${name}”`
      const until = to.expiresOn === null ? '' : `, until ${to.expiresOn}`
      return `answered “${question.text}” with ${to.verdict}${until}, for the model “${name}”`
    },
    things: ({ id, question }) => [`model ${id} answer ${question.id}`],
  }),
  'model.waiver_set': event<Named & Change<Waiver | null>>({
    sentence: ({ name, to }) =>
      to === null
        ? `withdrew the waiver for the model “${name}”`
        : `waived the readiness check of the model “${name}”: ${to.reason}`,
    things: ({ id }) => [`model ${id} waiver`],
  }),
  /** A yes has passed its last day, `expiredOn`: the model is not ready any more. */
  'model.answer_expired': lasting<
    Named & { question: Question; expiredOn: PlainDate; owner: PersonRef | null }
  >({
    sentence: ({ name, question, expiredOn }) =>
      `found that the answer to “${question.text}” expired on ${expiredOn}: the model “${name}” is not ready`,
    tells: ({ owner }) => ({
      named: owner ? [{ person: owner.id, kind: 'reminder' }] : [],
      all: [{ role: 'em', kind: 'reminder' }],
      watchers: false,
    }),
    page: ({ group }, { id }) => modelsLink(group, id),
    never: 'The answer has expired. Answer the question again.',
  }),
  'readiness.questions_changed': event<Change<Question[]> & { id: number }>({
    sentence: ({ from, to }) =>
      from.length === to.length
        ? 'edited the questions of the readiness check'
        : `changed the questions of the readiness check from ${from.length} to ${to.length}`,
    things: () => ['readiness questions'],
  }),
}
