import { keep } from '../keep.ts'
import { inviteWithLink } from '../invite-with-link.ts'
import { revokeInvitation } from '#db/commands/invitations.ts'
import { listInvitations } from '#db/queries/invitations.ts'
import * as invitations from '#lib/contract/invitations.ts'

export const invitationsKept = [
  keep(invitations.listInvitations, (door) => listInvitations(door.ctx())),
  keep(invitations.createInvitation, inviteWithLink),
  keep(invitations.revokeInvitation, (door, input) => revokeInvitation(door.ctx(), input)),
]
