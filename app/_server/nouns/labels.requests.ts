import { createLabel } from '#db/commands/labels.ts'
import { newest } from '../testing/factories.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

async function newLabel(means: Means) {
  await createLabel(await means.as('em'), { group: OURS, title: means.word() })
  return { label: await newest(means, 'labels') }
}

export const requests: Requests = {
  rows: {
    'labels.list': { may: 'member' },
    'labels.create': { may: 'label.edit', input: ({ word }) => ({ title: word() }) },
    'labels.uses': { may: 'member' },
    'labels.change': {
      may: 'label.edit',
      input: async (means) => ({ ...(await newLabel(means)), title: means.word() }),
    },
    'labels.remove': { may: 'label.edit', input: newLabel },
  },
}
