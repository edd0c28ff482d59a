import { saveView } from '#db/commands/views.ts'
import { newest } from '../testing/factories.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests, inText } from '../testing/requests.ts'

const VIEW = { place: 'issues' as const, query: 'q=slow', shared: true }

async function newView(means: Means) {
  await saveView(await means.as('em'), { group: OURS, ...VIEW, title: means.word() })
  return { view: await newest(means, 'saved_views') }
}

export const requests: Requests = {
  rows: {
    'views.list': { may: 'member' },
    'views.save': { may: 'board.edit', input: ({ word }) => ({ ...VIEW, title: word() }) },
    'views.rename': {
      may: 'board.edit',
      input: async (means) => ({ ...(await newView(means)), title: means.word() }),
    },
    'views.remove': { may: 'board.edit', input: newView },
  },
  names: {
    view: {
      absent: 800_001,
      theirs: async (em, group) => (await saveView(em, { ...VIEW, group, title: 'theirs' })).id,
    },
  },
  fields: { place: [inText('board', 'boards/')] },
  plain: ['query', 'shared'],
}
