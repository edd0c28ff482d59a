import { handOver as handOverIssue } from '#db/commands/hand-overs/hand-over.ts'
import { closeIssue } from '#db/commands/issues/close.ts'
import { newest } from '../testing/factories.ts'
import { type Handle, OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

/** What the DRI says to the person who shall take over. */
const handOverOf = (from: string, to: string) => ({ from, to, context: 'As it is.' })

const handOver = async ({ worker, issue }: Means) => ({
  ref: await issue({ dri: worker }),
  ...handOverOf(worker, 'julie'),
})

/** A hand-over that waits for `to`, offered by the DRI. */
async function offer(means: Means, from: Handle, to: string) {
  const ref = await means.issue({ dri: from })
  await handOverIssue(await means.as(from), { group: OURS, ref, ...handOverOf(from, to) })
  return { ref, offer: await newest(means, 'hand_overs') }
}

/** A hand-over that waits for the worker. */
const offered = (means: Means) => offer(means, means.worker === 'engineer' ? 'pm' : 'engineer', means.worker)

export const requests: Requests = {
  rows: {
    'issues.list': { may: 'member' },
    'issues.resembling': { may: 'member', input: () => ({ title: 'Slow list' }) },
    'issues.bulk': {
      may: 'issue.edit',
      input: async ({ issue }) => ({ refs: [await issue()], change: { what: 'weight', weight: 1 } }),
    },
    'issues.read': { may: 'member' },
    'issues.create': { may: 'issue.create', input: ({ word }) => ({ title: word() }) },
    'issues.edit': { may: 'issue.edit', input: ({ word }) => ({ title: word(), version: 1 }) },
    'issues.take': { may: 'issue.take' },
    'issues.release': {
      may: 'issue.take',
      input: async ({ worker, issue }) => ({ ref: await issue({ dri: worker }) }),
    },
    'issues.move': {
      may: 'card.move',
      input: async ({ issue }) => ({
        board: 'next-1-3',
        ref: await issue({ milestone: 'next-1-3' }),
        to: 'closed',
        closeReason: 'done',
      }),
    },
    'issues.label': { may: 'issue.edit', input: () => ({ add: ['type::bug'] }) },
    'issues.set_milestone': { may: 'issue.edit', input: () => ({ milestone: '18.9' }) },
    'issues.weigh': { may: 'issue.weigh', input: () => ({ weight: 3 }) },
    'issues.assign': { may: 'issue.take', input: ({ by }) => ({ assignees: by === 'admin' ? [] : [by] }) },
    'issues.hand_over': { may: 'issue.hand_over', input: handOver },
    'issues.accept_hand_over': { may: 'issue.take', input: offered },
    'issues.decline_hand_over': {
      may: 'issue.take',
      input: async (means) => ({ ...(await offered(means)), reason: 'No time.' }),
    },
    'issues.withdraw_hand_over': {
      may: 'issue.hand_over',
      input: (means) => offer(means, means.worker, 'julie'),
    },
    'issues.comment': { may: 'comment', input: () => ({ body: 'When will this be there?' }) },
    'issues.close': { may: 'issue.close', input: () => ({ reason: 'done' }) },
    'issues.reopen': {
      may: 'issue.close',
      input: async ({ as, issue }) => {
        const ref = await issue()
        await closeIssue(await as('em'), { group: OURS, ref, reason: 'done' })
        return { ref }
      },
    },
    'issues.join_epic': { may: 'issue.edit', input: ({ epic }) => ({ epic }) },
    'issues.set_model': { may: 'issue.edit', input: () => ({ model: null }) },
    'issues.set_team': { may: 'issue.edit', input: () => ({ team: null }) },
    'issues.set_due': { may: 'issue.edit', input: () => ({ due: '2030-01-02' }) },
    'issues.set_health': { may: 'issue.edit', input: () => ({ health: 'at_risk' }) },
    'issues.set_confidential': { may: 'issue.edit', input: () => ({ confidential: true }) },
    'issues.set_spike_scope': { may: 'issue.edit', input: () => ({ scope: 'Until we know.', was: null }) },
    'issues.set_wait': {
      may: 'issue.edit',
      input: async ({ issue }) => ({
        ref: await issue({ labels: ['workflow::blocked'] }),
        need: 'A price',
        from: 'Legal',
      }),
    },
    'issues.index': { may: 'member' },
    'issues.rows': { may: 'member', input: async ({ issue }) => ({ refs: String(await issue()) }) },
    'issues.report': { may: 'member' },
    'issues.export': { may: 'member' },
    'issues.split': {
      may: 'issue.edit',
      input: ({ word }) => ({ pieces: [{ title: word() }, { title: word(), weight: 1 }] }),
    },
    'issues.watch': { may: 'member', input: () => ({ watching: true }) },
  },
}
