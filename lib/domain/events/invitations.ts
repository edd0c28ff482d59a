import type { PersonRef } from '../event-refs.ts'
import type { Role } from '../permissions.ts'
import { roleTitle } from '../roles.ts'
import { event, lasting } from './row.ts'

type Invitation = { id: number; role: Role }

export const invitationEvents = {
  /** Without the address: the ledger is for everybody, and forever. */
  'invitation.created': event<Invitation & { person: PersonRef | null }>({
    sentence: ({ role, person }) =>
      person
        ? `invited ${person.name} to sign in`
        : `invited a new person to the group as ${roleTitle(role)}`,
  }),
  'invitation.revoked': event<Invitation>({
    sentence: ({ role }) => `revoked an invitation as ${roleTitle(role)}`,
  }),
  /** `known`: they were in the group, and can sign in from now on. */
  'invitation.accepted': lasting<Invitation & { person: PersonRef; known: boolean }>({
    sentence: ({ role, known }) =>
      known
        ? 'accepted an invitation to sign in'
        : `joined the group as ${roleTitle(role)} with an invitation`,
    things: ({ id, person }) => [`invitation ${id}`, `person ${person.id}`],
    never: 'The invited person has joined. Remove them under People and roles.',
  }),
}
