import { handOver as handOverIssue } from '#db/commands/hand-overs/hand-over.ts'
import { closeIssue } from '#db/commands/issues/close.ts'
import { newest } from '../testing/factories.ts'
import { type Handle, OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

/** What the DRI says to whoever shall take over. */
const words = (from: string, to: string) => ({ from, to, context: 'As it is.' })

const handOver = async ({ worker, issue }: Scene) => ({
  ref: await issue({ dri: worker }),
  ...words(worker, 'julie'),
})

/** A hand-over that waits for `to`, offered by the DRI. */
async function offer(scene: Scene, from: Handle, to: string) {
  const ref = await scene.issue({ dri: from })
  await handOverIssue(await scene.as(from), { group: OURS, ref, ...words(from, to) })
  return { ref, offer: await newest(scene, 'hand_overs') }
}

/** A hand-over that waits for the worker. */
const offered = (scene: Scene) => offer(scene, scene.worker === 'engineer' ? 'pm' : 'engineer', scene.worker)

export const requests: Requests = {
  rows: {
    'issues.list': { may: 'member' },
    'issues.resembling': { may: 'member', says: () => ({ title: 'Slow list' }) },
    'issues.bulk': {
      may: 'issue.edit',
      says: async ({ issue }) => ({ refs: [await issue()], change: { what: 'weight', weight: 1 } }),
    },
    'issues.read': { may: 'member' },
    'issues.create': { may: 'issue.create', says: ({ word }) => ({ title: word() }) },
    'issues.edit': { may: 'issue.edit', says: ({ word }) => ({ title: word(), version: 1 }) },
    'issues.take': { may: 'issue.take' },
    'issues.release': {
      may: 'issue.take',
      says: async ({ worker, issue }) => ({ ref: await issue({ dri: worker }) }),
    },
    'issues.move': {
      may: 'card.move',
      says: async ({ issue }) => ({
        board: 'next-1-3',
        ref: await issue({ milestone: 'next-1-3' }),
        to: 'closed',
        closeReason: 'done',
      }),
    },
    'issues.label': { may: 'issue.edit', says: () => ({ add: ['type::bug'] }) },
    'issues.set_milestone': { may: 'issue.edit', says: () => ({ milestone: '18.9' }) },
    'issues.weigh': { may: 'issue.weigh', says: () => ({ weight: 3 }) },
    'issues.assign': { may: 'issue.take', says: ({ by }) => ({ assignees: by === 'admin' ? [] : [by] }) },
    'issues.hand_over': { may: 'issue.hand_over', says: handOver },
    'issues.accept_hand_over': { may: 'issue.take', says: offered },
    'issues.decline_hand_over': {
      may: 'issue.take',
      says: async (scene) => ({ ...(await offered(scene)), reason: 'No time.' }),
    },
    'issues.withdraw_hand_over': {
      may: 'issue.hand_over',
      says: (scene) => offer(scene, scene.worker, 'julie'),
    },
    'issues.comment': { may: 'comment', says: () => ({ body: 'When will this be there?' }) },
    'issues.close': { may: 'issue.close', says: () => ({ reason: 'done' }) },
    'issues.reopen': {
      may: 'issue.close',
      says: async ({ as, issue }) => {
        const ref = await issue()
        await closeIssue(await as('em'), { group: OURS, ref, reason: 'done' })
        return { ref }
      },
    },
    'issues.join_epic': { may: 'issue.edit', says: ({ epic }) => ({ epic }) },
    'issues.set_team': { may: 'issue.edit', says: () => ({ team: null }) },
    'issues.set_due': { may: 'issue.edit', says: () => ({ due: '2030-01-02' }) },
    'issues.set_health': { may: 'issue.edit', says: () => ({ health: 'at_risk' }) },
    'issues.set_confidential': { may: 'issue.edit', says: () => ({ confidential: true }) },
    'issues.set_spike_scope': { may: 'issue.edit', says: () => ({ scope: 'Until we know.', was: null }) },
    'issues.set_wait': {
      may: 'issue.edit',
      says: async ({ issue }) => ({
        ref: await issue({ labels: ['workflow::blocked'] }),
        need: 'A price',
        from: 'Legal',
      }),
    },
    'issues.index': { may: 'member' },
    'issues.rows': { may: 'member', says: async ({ issue }) => ({ refs: String(await issue()) }) },
    'issues.report': { may: 'member' },
    'issues.export': { may: 'member' },
    'issues.split': {
      may: 'issue.edit',
      says: ({ word }) => ({ pieces: [{ title: word() }, { title: word(), weight: 1 }] }),
    },
    'issues.watch': { may: 'member', says: () => ({ watching: true }) },
  },
}
