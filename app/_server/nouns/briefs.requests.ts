import { createMilestone } from '#db/commands/milestones.ts'
import { OURS } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'briefs.read': {
      may: 'member',
      input: async (means) => {
        const title = means.word()
        const made = await createMilestone(await means.as('em'), { group: OURS, title, ...ownDays(title) })
        return { milestone: made.milestone.slug }
      },
    },
  },
}
