import { createInvitation } from '#db/commands/invitations.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const invited = ({ word }: Means) => ({ email: `${word()}@saydo.invalid`, role: 'engineer' as const })

export const requests: Requests = {
  rows: {
    'invitations.list': { may: 'member.edit' },
    'invitations.create': { may: 'member.edit', input: invited, shownOnce: true },
    'invitations.revoke': {
      may: 'member.edit',
      input: async (means) => {
        const { invitation } = await createInvitation(await means.as('em'), {
          group: OURS,
          ...invited(means),
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
