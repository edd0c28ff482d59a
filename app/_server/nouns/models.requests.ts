import { createModel } from '#db/commands/models/models.ts'
import { questionsOf } from '#db/queries/models.ts'
import { OURS, type Means } from '../testing/means.ts'
import { one, type Requests } from '../testing/requests.ts'

const MODEL = { offered: ['com'] } as const

const newModel = async (means: Means) => {
  const wanted = { group: OURS, name: means.word(), offered: [...MODEL.offered] }
  return { model: (await createModel(await means.as('em'), wanted)).model.id }
}

export const requests: Requests = {
  rows: {
    'models.list': { may: 'member' },
    'models.create': { may: 'model.edit', input: ({ word }) => ({ ...MODEL, name: word() }) },
    'models.edit': {
      may: 'model.edit',
      input: async (means) => ({ ...(await newModel(means)), name: means.word() }),
    },
    'models.remove': { may: 'model.edit', input: newModel },
    'models.edit_questions': {
      may: 'model.questions',
      input: async (means) => {
        const { version } = await questionsOf(await means.as('em'))
        return { questions: [{ id: 1, text: means.word() }], version }
      },
    },
  },
  fields: {
    'models.create.owner': one('person'),
    'models.edit.owner': one('person'),
    'models.edit.answers': [
      {
        noun: 'ref',
        inputFor: (ref) => [
          { question: 1, answer: { verdict: 'no', note: 'First this.', evidence: `#${ref}` } },
        ],
      },
    ],
    'issues.create.model': one('model'),
    'issues.set_model.model': one('model'),
  },
  plain: ['offered', 'waiver', 'questions'],
  names: {
    model: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await createModel(em, { ...MODEL, offered: [], group, name: 'theirs' })).model.id,
    },
  },
}
