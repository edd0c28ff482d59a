import { editIssue } from '#db/commands/issues/edit.ts'
import { say } from '../testing/factories.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

/** An edit of a text, which everybody who sees the issue may compare. */
const edit = async (means: Means) =>
  (
    await editIssue(await means.as('em'), {
      group: OURS,
      ref: await means.issue(),
      title: means.word(),
      version: 1,
    })
  ).event

/** An act of one's own, which one may take back, whatever one may do beside. */
const act = async (means: Means) => (await say(means, await means.issue())).event

export const requests: Requests = {
  rows: {
    'events.check': { may: 'group.administer' },
    'events.list': { may: 'member' },
    'events.days': { may: 'member', input: () => ({ from: '2026-01-01', to: '2026-12-31' }) },
    'events.mine': { may: 'member' },
    'events.compare': { may: 'member', input: async (means) => ({ event: await edit(means) }) },
    'events.undo': { may: 'comment', input: async (means) => ({ event: await act(means) }) },
  },
}
