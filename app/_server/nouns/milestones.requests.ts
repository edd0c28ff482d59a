import { createMilestone } from '#db/commands/milestones.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

/** In a month of its own, so that it overlaps no other. */
function timebox({ word }: Scene) {
  const title = word()
  const months = Number(title.slice(5))
  const month = `${2030 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  return { title, startOn: `${month}-02`, dueOn: `${month}-20` }
}

const newMilestone = async (scene: Scene) => ({
  milestone: (await createMilestone(await scene.as('em'), { group: OURS, ...timebox(scene) })).milestone.slug,
})

export const requests: Requests = {
  rows: {
    'milestones.list': { may: 'member' },
    'milestones.create': {
      may: 'milestone.create',
      says: timebox,
    },
    'milestones.edit': {
      may: 'milestone.create',
      says: async (scene) => ({ ...(await newMilestone(scene)), title: scene.word() }),
    },
  },
}
