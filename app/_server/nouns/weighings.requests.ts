import { openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

/** An issue that the worker and somebody else are asked to weigh. */
async function weighing(scene: Scene, state?: 'voted' | 'revealed') {
  const [worker, ref] = [await scene.as(scene.worker), await scene.issue()]
  await openWeighing(worker, { group: OURS, ref, asked: [scene.worker, 'julie'] })
  if (state) await voteWeight(worker, { group: OURS, ref, weight: 2 })
  if (state === 'revealed') await revealWeights(worker, { group: OURS, ref })
  return { ref }
}

export const requests: Requests = {
  rows: {
    'weighings.read': { may: 'member' },
    'weighings.open': { may: 'issue.weigh', says: () => ({ asked: ['julie', 'cindy'] }) },
    'weighings.vote': {
      may: 'issue.weigh',
      says: async (scene) => ({ ...(await weighing(scene)), weight: 2 }),
    },
    'weighings.reveal': { may: 'issue.weigh', says: (scene) => weighing(scene, 'voted') },
    'weighings.agree': {
      may: 'issue.weigh',
      says: async (scene) => ({ ...(await weighing(scene, 'revealed')), weight: 2 }),
    },
    'weighings.abandon': { may: 'issue.weigh', says: (scene) => weighing(scene) },
  },
}
