import { editIssue } from '#db/commands/issues/edit.ts'
import { say } from '../testing/factories.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

/** An edit of a text, which everybody who sees the issue may compare. */
const edit = async (scene: Scene) =>
  (
    await editIssue(await scene.as('em'), {
      group: OURS,
      ref: await scene.issue(),
      title: scene.word(),
      version: 1,
    })
  ).event

/** An act of one's own, which one may take back, whatever one may do beside. */
const act = async (scene: Scene) => (await say(scene, await scene.issue())).event

export const requests: Requests = {
  rows: {
    'events.check': { may: 'group.administer' },
    'events.list': { may: 'member' },
    'events.mine': { may: 'member' },
    'events.compare': { may: 'member', says: async (scene) => ({ event: await edit(scene) }) },
    'events.undo': { may: 'comment', says: async (scene) => ({ event: await act(scene) }) },
  },
}
