import { openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

/** An issue that the worker and another person are asked to weigh. */
async function weighing(means: Means, state?: 'voted' | 'revealed') {
  const [worker, ref] = [await means.as(means.worker), await means.issue()]
  await openWeighing(worker, { group: OURS, ref, asked: [means.worker, 'julie'] })
  if (state) await voteWeight(worker, { group: OURS, ref, weight: 2 })
  if (state === 'revealed') await revealWeights(worker, { group: OURS, ref })
  return { ref }
}

export const requests: Requests = {
  rows: {
    'weighings.read': { may: 'member' },
    'weighings.open': { may: 'issue.weigh', input: () => ({ asked: ['julie', 'cindy'] }) },
    'weighings.vote': {
      may: 'issue.weigh',
      input: async (means) => ({ ...(await weighing(means)), weight: 2 }),
    },
    'weighings.reveal': { may: 'issue.weigh', input: (means) => weighing(means, 'voted') },
    'weighings.agree': {
      may: 'issue.weigh',
      input: async (means) => ({ ...(await weighing(means, 'revealed')), weight: 2 }),
    },
    'weighings.abandon': { may: 'issue.weigh', input: (means) => weighing(means) },
  },
}
