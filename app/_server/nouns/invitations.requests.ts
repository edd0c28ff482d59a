import { createInvitation } from '#db/commands/invitations.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const invited = ({ word }: Scene) => ({ email: `${word()}@saydo.invalid`, role: 'engineer' as const })

export const requests: Requests = {
  rows: {
    'invitations.list': { may: 'member.edit' },
    'invitations.create': { may: 'member.edit', says: invited, shownOnce: true },
    'invitations.revoke': {
      may: 'member.edit',
      says: async (scene) => {
        const { invitation } = await createInvitation(await scene.as('em'), {
          group: OURS,
          ...invited(scene),
        })
        return { invitation: invitation.id }
      },
    },
  },
  names: {
    invitation: {
      absent: 800_001,
      theirs: async (em, group) => {
        const invited = { email: 'theirs@saydo.invalid', role: 'engineer' as const }
        return (await createInvitation(em, { ...invited, group })).invitation.id
      },
    },
  },
}
