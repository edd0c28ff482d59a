import { expect, test } from 'vitest'

import { invitationState, whyNotInvite, whyNotInvitePerson, whyNotRevokeInvitation } from './invitations.ts'
import { because } from './testing/because.ts'

const MONDAY = new Date('2026-01-05T09:00:00Z')
const waiting = { expiresAt: new Date('2026-01-12T09:00:00Z'), usedAt: null, revokedAt: null }

test('an invitation waits until it is used, revoked, or has run out to the second', () => {
  expect(invitationState(waiting, MONDAY)).toBe('waiting')
  expect(invitationState(waiting, new Date('2026-01-12T08:59:59Z'))).toBe('waiting')
  expect(invitationState(waiting, waiting.expiresAt)).toBe('expired')
  expect(invitationState({ ...waiting, revokedAt: MONDAY }, MONDAY)).toBe('revoked')
  expect(invitationState({ ...waiting, usedAt: MONDAY }, waiting.expiresAt)).toBe('used')
})

test('one address has one waiting invitation, and a member has none', () => {
  expect(whyNotInvite({ member: null, waiting: false })).toBeNull()
  expect(whyNotInvite({ member: 'Julie Huang', waiting: false })?.because).toBe(
    'Julie Huang is already in the group.',
  )
  expect(whyNotInvite({ member: null, waiting: true })?.code).toBe('invited_already')
})

test('only what waits can be revoked', () => {
  expect(whyNotRevokeInvitation('waiting')).toBeNull()
  for (const state of ['used', 'revoked', 'expired'] as const) {
    expect(whyNotRevokeInvitation(state)?.because).toMatch(/\.$/)
  }
})

test('a member of the group is invited to sign in while they cannot, by a person who may give what they are', () => {
  const cindy = { name: 'Cindy', account: false, admin: false, elsewhere: false }
  expect(whyNotInvitePerson(cindy, false)).toBeNull()
  expect(whyNotInvitePerson({ ...cindy, account: true }, true)?.code).toBe('has_account')
  expect(whyNotInvitePerson({ ...cindy, elsewhere: true }, false)?.because).toBe(
    'Cindy is in other groups too. Ask an administrator to invite them.',
  )
  expect(whyNotInvitePerson({ ...cindy, admin: true }, false)?.code).toBe('beyond_group')
  expect(whyNotInvitePerson({ ...cindy, admin: true, elsewhere: true }, true)).toBeNull()
})

test('an invitation that is over says how it ended, and what is left to do', () => {
  expect(because(whyNotRevokeInvitation('used'))).toBe(
    'This invitation was used. Remove the person from the group instead.',
  )
  expect(because(whyNotRevokeInvitation('revoked'))).toBe('This invitation is already revoked.')
  expect(because(whyNotRevokeInvitation('expired'))).toBe('This invitation has expired.')
  expect(because(whyNotInvite({ member: null, waiting: true }))).toBe(
    'This address already has an open invitation. Revoke it first.',
  )
})

test('a person who can sign in is not invited again, and one of more than this group by an administrator', () => {
  const julie = { name: 'Julie Huang', account: true, admin: true, elsewhere: true }
  expect(because(whyNotInvitePerson(julie, true))).toBe('Julie Huang already has an account.')
  expect(because(whyNotInvitePerson({ ...julie, account: false }, false))).toBe(
    'Julie Huang runs the installation. Ask an administrator to invite them.',
  )
})
