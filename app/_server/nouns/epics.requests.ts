import { closeEpic } from '#db/commands/epics-edit.ts'
import { createEpic } from '#db/commands/epics.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const newEpic = async (scene: Scene) => ({
  epic: (await createEpic(await scene.as('em'), { title: scene.word() })).number,
})

export const requests: Requests = {
  rows: {
    'epics.list': { may: 'member' },
    'epics.progress': { may: 'member' },
    'epics.read': { may: 'member', says: newEpic },
    'epics.journal': { may: 'member', says: newEpic },
    'epics.create': { may: 'epic.edit', says: ({ word }) => ({ title: word() }) },
    'epics.edit': {
      may: 'epic.edit',
      says: async (scene) => ({ ...(await newEpic(scene)), title: scene.word(), version: 1 }),
    },
    'epics.set_tech_lead': {
      may: 'epic.edit',
      says: async (scene) => ({ ...(await newEpic(scene)), person: 'julie' }),
    },
    'epics.close': { may: 'epic.edit', says: newEpic },
    'epics.reopen': {
      may: 'epic.edit',
      says: async (scene) => {
        const { epic } = await newEpic(scene)
        await closeEpic(await scene.as('em'), { group: OURS, epic })
        return { epic }
      },
    },
  },
}
