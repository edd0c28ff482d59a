import { closeMilestone } from '#db/commands/closing/close.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { one, type Requests } from '../testing/requests.ts'

function timebox({ word }: Means) {
  const title = word()
  return { title, ...ownDays(title) }
}

const newMilestone = async (means: Means) => ({
  milestone: (await createMilestone(await means.as('em'), { group: OURS, ...timebox(means) })).milestone.slug,
})

/** Two days of its own, long ago, so that it can be closed. */
async function over(means: Means) {
  const title = means.word()
  const startOn = addDays('2000-01-01', Number(title.slice(5)) * 2)
  const days = { startOn, dueOn: addDays(startOn, 1) }
  const made = await createMilestone(await means.as('em'), { group: OURS, title, ...days })
  return { milestone: made.milestone.slug }
}

const closing = async (means: Means) => ({ ...(await over(means)), issues: [] })

async function closed(means: Means) {
  const input = await closing(means)
  await closeMilestone(await means.as('em'), { group: OURS, ...input })
  return { milestone: input.milestone }
}

export const requests: Requests = {
  rows: {
    'milestones.list': { may: 'member' },
    'milestones.create': {
      may: 'milestone.create',
      input: timebox,
    },
    'milestones.read': { may: 'member', input: newMilestone },
    'milestones.forecast': { may: 'member', input: newMilestone },
    'milestones.burn_up': { may: 'member', input: newMilestone },
    'milestones.burn_up_csv': { may: 'member', input: newMilestone },
    'milestones.edit_goals': {
      may: 'milestone.create',
      input: async (means) => ({
        ...(await newMilestone(means)),
        goals: 'Ship **batch endpoints**.',
        version: 1,
      }),
    },
    'milestones.edit': {
      may: 'milestone.create',
      input: async (means) => ({ ...(await newMilestone(means)), title: means.word() }),
    },
    'milestones.read_closing': { may: 'milestone.close', input: over },
    'milestones.close': { may: 'milestone.close', input: closing },
    'milestones.reopen': { may: 'milestone.close', input: closed },
    'milestones.outcomes': { may: 'member', input: closed },
  },
  fields: {
    'milestones.close.issues': [{ noun: 'ref', inputFor: (ref) => [{ ref, destination: null }] }],
    others: one('milestone'),
  },
  plain: ['early', 'goals', 'version'],
}
