import { invitationEvents } from './invitations.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }

expectSentences(invitationEvents, {
  'invitation.created': [
    { id: 1, role: 'engineer', person: null },
    'invited a new person to the group as engineer',
  ],
  'invitation.revoked': [{ id: 1, role: 'pm' }, 'revoked an invitation as product manager'],
  'invitation.accepted': [
    { id: 1, person: cindy, role: 'engineer', known: false },
    'joined the group as engineer with an invitation',
  ],
})
