import { saveView } from '#db/commands/views.ts'
import { newest } from '../testing/factories.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests, words } from '../testing/requests.ts'

const VIEW = { place: 'issues' as const, query: 'q=slow', shared: true }

async function newView(scene: Scene) {
  await saveView(await scene.as('em'), { group: OURS, ...VIEW, title: scene.word() })
  return { view: await newest(scene, 'saved_views') }
}

export const requests: Requests = {
  rows: {
    'views.list': { may: 'member' },
    'views.save': { may: 'board.edit', says: ({ word }) => ({ ...VIEW, title: word() }) },
    'views.rename': {
      may: 'board.edit',
      says: async (scene) => ({ ...(await newView(scene)), title: scene.word() }),
    },
    'views.remove': { may: 'board.edit', says: newView },
  },
  names: {
    view: {
      absent: 800_001,
      theirs: async (em, group) => (await saveView(em, { ...VIEW, group, title: 'theirs' })).id,
    },
  },
  fields: { place: [words('board', 'boards/')] },
  plain: ['query', 'shared'],
}
