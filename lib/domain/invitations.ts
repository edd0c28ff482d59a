import type { Refusal } from '#lib/kit/refusal.ts'

export const INVITATION_DAYS = 7

/** Instants in ISO 8601 or as dates: they are compared only. */
export type InvitationTimes = { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null }
export type InvitationState = 'waiting' | 'used' | 'revoked' | 'expired'

/** A link lets one person in, once, for seven days, unless it is revoked before. */
export function invitationState(
  { expiresAt, usedAt, revokedAt }: InvitationTimes,
  now: Date,
): InvitationState {
  if (usedAt !== null) return 'used'
  if (revokedAt !== null) return 'revoked'
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'waiting'
}

export function whyNotInvite({
  member,
  waiting,
}: {
  member: string | null
  waiting: boolean
}): Refusal | null {
  if (member !== null) {
    return { code: 'member_already', because: `That is ${member}, who is in the group already.` }
  }
  if (!waiting) return null
  return {
    code: 'invited_already',
    because: 'An invitation for that address is waiting already: revoke it before you make another.',
  }
}

/** Somebody of the group, as whoever would invite them to sign in has to know them. */
export type Invitee = { name: string; account: boolean; admin: boolean; elsewhere: boolean }

/**
 * Who follows the link acts as that person everywhere. So it is made by somebody who may give that everywhere: for
 * people of other groups too, and for administrators, an administrator.
 */
export function whyNotInvitePerson(
  { name, account, admin, elsewhere }: Invitee,
  byAdmin: boolean,
): Refusal | null {
  if (account) return { code: 'has_account', because: `${name} has an account: they sign in with it.` }
  if (byAdmin || !(admin || elsewhere)) return null
  const what = admin ? 'runs the installation' : 'is in other groups too'
  return { code: 'beyond_group', because: `${name} ${what}: an administrator invites them.` }
}

const OVER: Record<Exclude<InvitationState, 'waiting'>, string> = {
  used: 'It was used: remove the person from the group instead.',
  revoked: 'It was revoked already.',
  expired: 'It has run out by itself.',
}

export function whyNotRevokeInvitation(state: InvitationState): Refusal | null {
  return state === 'waiting' ? null : { code: `invitation_${state}`, because: OVER[state] }
}
