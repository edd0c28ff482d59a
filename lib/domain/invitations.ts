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
    return { code: 'member_already', because: `${member} is already in the group.` }
  }
  if (!waiting) return null
  return {
    code: 'invited_already',
    because: 'This address already has an open invitation. Revoke it first.',
  }
}

/** A person of the group, as the manager who invites them to sign in has to know them. */
export type Invitee = { name: string; account: boolean; admin: boolean; elsewhere: boolean }

/**
 * Who follows the link acts as that person everywhere. So it is made by a person who may give that everywhere: for
 * people of other groups too, and for administrators, an administrator.
 */
export function whyNotInvitePerson(
  { name, account, admin, elsewhere }: Invitee,
  byAdmin: boolean,
): Refusal | null {
  if (account) return { code: 'has_account', because: `${name} already has an account.` }
  if (byAdmin || !(admin || elsewhere)) return null
  const what = admin ? 'runs the installation' : 'is in other groups too'
  return { code: 'beyond_group', because: `${name} ${what}. Ask an administrator to invite them.` }
}

const OVER: Record<Exclude<InvitationState, 'waiting'>, string> = {
  used: 'This invitation was used. Remove the person from the group instead.',
  revoked: 'This invitation is already revoked.',
  expired: 'This invitation has expired.',
}

export function whyNotRevokeInvitation(state: InvitationState): Refusal | null {
  return state === 'waiting' ? null : { code: `invitation_${state}`, because: OVER[state] }
}
