import { createLabel } from '#db/commands/labels.ts'
import { newest } from '../testing/factories.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

async function newLabel(scene: Scene) {
  await createLabel(await scene.as('em'), { group: OURS, title: scene.word() })
  return { label: await newest(scene, 'labels') }
}

export const requests: Requests = {
  rows: {
    'labels.list': { may: 'member' },
    'labels.create': { may: 'label.edit', says: ({ word }) => ({ title: word() }) },
    'labels.uses': { may: 'member' },
    'labels.change': {
      may: 'label.edit',
      says: async (scene) => ({ ...(await newLabel(scene)), title: scene.word() }),
    },
    'labels.remove': { may: 'label.edit', says: newLabel },
  },
}
