import { scheduleSession, startSession } from '#db/commands/plan/session.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { list, type Requests } from '../testing/requests.ts'

/** In two weeks of its own, so that it overlaps no other. */
async function milestone(means: Means) {
  const title = means.word()
  const made = await createMilestone(await means.as('em'), {
    group: OURS,
    title,
    ...ownDays(title),
  })
  return { milestone: made.milestone.slug }
}

async function scheduled(means: Means) {
  const input = await milestone(means)
  const when = { day: '2059-12-30', time: '15:00' }
  await scheduleSession(await means.as('em'), {
    ...input,
    ...when,
    invited: [means.by === 'admin' ? means.worker : means.by],
  })
  return input
}

async function started(means: Means) {
  const input = await milestone(means)
  await startSession(await means.as('em'), input)
  return input
}

export const requests: Requests = {
  rows: {
    'plan.read': { may: 'member', input: milestone },
    'plan.propose': { may: 'member', input: milestone },
    'plan.select': {
      may: 'deliverable.set',
      input: async (means) => ({
        milestone: '18.9',
        items: [{ ref: await means.issue({ milestone: '18.9', labels: ['group::custom models'] }) }],
      }),
    },
    'plan.read_steps': { may: 'member', again: 'there is no other' },
    'plan.set_steps': {
      may: 'planning.steps',
      input: () => ({ steps: [{ key: 'weights', dueBefore: 4, owner: 'em' }] }),
      again: { steps: [{ key: 'weights', dueBefore: 5, owner: 'em' }] },
    },
    'plan.note': {
      may: 'planning.steps',
      input: async (means) => ({ ...(await milestone(means)), step: 'weights', body: means.word() }),
    },
    'plan.schedule_session': {
      may: 'planning.session',
      input: async (means) => ({
        ...(await milestone(means)),
        day: '2059-12-30',
        time: '15:00',
        invited: ['julie'],
      }),
    },
    'plan.cancel_session': { may: 'planning.session', input: scheduled },
    'plan.answer_session': {
      may: 'planning.answer',
      input: async (means) => ({ ...(await scheduled(means)), accepted: true }),
    },
    'plan.start_session': { may: 'planning.session', input: milestone },
    'plan.end_session': { may: 'planning.session', input: started },
  },
  fields: {
    'plan.select.items': [
      { noun: 'ref', inputFor: (ref) => [{ ref }] },
      { noun: 'person', inputFor: (dri) => [{ ref: 800_001, dri }] },
    ],
    invited: list('person'),
  },
  plain: ['steps', 'step', 'line', 'mix', 'body', 'time', 'accepted', 'day'],
}
