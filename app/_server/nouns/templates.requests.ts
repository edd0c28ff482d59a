import { createTemplate } from '#db/commands/templates.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const TEMPLATE = { type: null, body: 'What is wanted?' }

const newTemplate = async (scene: Scene) => {
  const wanted = { ...TEMPLATE, group: OURS, title: scene.word() }
  return { template: (await createTemplate(await scene.as('em'), wanted)).template.id }
}

export const requests: Requests = {
  rows: {
    'templates.list': { may: 'member' },
    'templates.begin': { may: 'template.edit', again: 'there is no other' },
    'templates.create': { may: 'template.edit', says: ({ word }) => ({ ...TEMPLATE, title: word() }) },
    'templates.edit': {
      may: 'template.edit',
      says: async (scene) => ({
        ...(await newTemplate(scene)),
        ...TEMPLATE,
        title: scene.word(),
        was: TEMPLATE.body,
      }),
    },
    'templates.remove': { may: 'template.edit', says: newTemplate },
  },
  names: {
    template: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await createTemplate(em, { ...TEMPLATE, group, title: 'theirs' })).template.id,
    },
  },
}
