import { expect, test } from 'vitest'

import { invitationState, whyNotInvite, whyNotRevokeInvitation } from './invitations.ts'

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
    'That is Julie Huang, who is in the group already.',
  )
  expect(whyNotInvite({ member: null, waiting: true })?.code).toBe('invited_already')
})

test('only what waits can be revoked', () => {
  expect(whyNotRevokeInvitation('waiting')).toBeNull()
  for (const state of ['used', 'revoked', 'expired'] as const) {
    expect(whyNotRevokeInvitation(state)?.because).toMatch(/\.$/)
  }
})
