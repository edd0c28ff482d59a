import { createTemplate } from '#db/commands/templates.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const TEMPLATE = { type: null, body: 'What is wanted?' }

const newTemplate = async (means: Means) => {
  const wanted = { ...TEMPLATE, group: OURS, title: means.word() }
  return { template: (await createTemplate(await means.as('em'), wanted)).template.id }
}

export const requests: Requests = {
  rows: {
    'templates.list': { may: 'member' },
    'templates.begin': { may: 'template.edit', again: 'there is no other' },
    'templates.create': { may: 'template.edit', input: ({ word }) => ({ ...TEMPLATE, title: word() }) },
    'templates.edit': {
      may: 'template.edit',
      input: async (means) => ({
        ...(await newTemplate(means)),
        ...TEMPLATE,
        title: means.word(),
        was: TEMPLATE.body,
      }),
    },
    'templates.remove': { may: 'template.edit', input: newTemplate },
  },
  names: {
    template: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await createTemplate(em, { ...TEMPLATE, group, title: 'theirs' })).template.id,
    },
  },
}
