import { confirmCapacity } from '#db/commands/capacity/confirm.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { createTeam } from '#db/commands/teams.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { type Requests } from '../testing/requests.ts'

/** In two weeks of its own, so that it overlaps no other. */
async function milestone(means: Means) {
  const title = means.word()
  const wanted = { group: OURS, title, ...ownDays(title) }
  const made = await createMilestone(await means.as('em'), wanted)
  return { milestone: made.milestone.slug }
}

/** The person who asks, in a milestone of its own. */
const own = async (means: Means) => ({ ...(await milestone(means)), person: means.worker })

async function confirmed(means: Means) {
  const input = await own(means)
  await confirmCapacity(await means.as(means.worker), { group: OURS, ...input })
  return input
}

const team = async (means: Means) => (await createTeam(await means.as('em'), { name: means.word() })).slug

export const requests: Requests = {
  rows: {
    'capacity.read': { may: 'member', input: milestone },
    'capacity.override': {
      may: 'capacity.override',
      input: async (means) => ({
        ...(await milestone(means)),
        person: 'julie',
        team: await team(means),
        weekOn: null,
        term: 'timeOff',
        value: 2,
        reason: 'A course.',
      }),
    },
    'capacity.confirm': { may: 'pto.own', input: own },
    'capacity.reopen': { may: 'pto.own', input: confirmed },
    'capacity.ask': {
      may: 'capacity.override',
      input: async (means) => ({ ...(await milestone(means)), person: 'julie' }),
    },
    'capacity.set_lanes': {
      may: 'lanes.assign',
      input: async (means) => ({
        ...(await milestone(means)),
        lanes: [{ team: await team(means), priority: 1, weight: 4 }],
      }),
    },
    'capacity.weigh_carry_over': {
      may: 'capacity.override',
      input: async (means) => ({ ...(await milestone(means)), weight: 1 }),
    },
    'capacity.set_duty': {
      may: 'duty.assign',
      input: async (means) => ({ team: await team(means), week: '2031-01-06', person: 'julie' }),
    },
  },
  plain: ['term', 'value', 'weekOn', 'reason', 'week', 'lanes'],
}
