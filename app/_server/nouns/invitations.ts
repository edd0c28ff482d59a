import { bind } from '../bind.ts'
import { inviteWithLink } from '../invite-with-link.ts'
import { revokeInvitation } from '#db/commands/invitations.ts'
import { listInvitations } from '#db/queries/invitations.ts'
import * as invitations from '#lib/contract/invitations.ts'

export const invitationsHandlers = [
  bind(invitations.listInvitations, (context) => listInvitations(context.ctx())),
  bind(invitations.createInvitation, inviteWithLink),
  bind(invitations.revokeInvitation, (context, input) => revokeInvitation(context.ctx(), input)),
]
