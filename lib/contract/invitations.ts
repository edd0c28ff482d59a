import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { password } from './sessions.ts'
import { handle, inGroup, instant, issueRef, line, role } from './shapes.ts'

export const invitationFacts = z.strictObject({
  id: z.number(),
  email: z.string(),
  role,
  /** Name of a person of the group who has no account yet, whom it gives one; null for a newcomer. */
  person: z.string().nullable(),
  /** Name of the person who invited. */
  by: z.string(),
  state: z.enum(['waiting', 'used', 'revoked', 'expired']),
  createdAt: instant,
  expiresAt: instant,
  /** Name of the person who came by it. */
  usedBy: z.string().nullable(),
})
export type InvitationFacts = z.output<typeof invitationFacts>

export const listInvitations = endpoint({
  id: 'invitations.list',
  method: 'GET',
  path: '/groups/{group}/invitations',
  summary: 'The invitations of a group with their states, newest first; for people who may add members',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(invitationFacts) }),
  reads: ['invitations', 'people'],
})

export const createInvitation = endpoint({
  id: 'invitations.create',
  method: 'POST',
  path: '/groups/{group}/invitations',
  summary:
    'Invite a new person into a role, or a person of the group without an account; the link in the answer works once, for seven days, and is not shown again',
  input: z.strictObject({
    ...inGroup,
    email: z.email('An e-mail address.').max(254).toLowerCase(),
    /** For a newcomer. A person who is in the group has their roles. */
    role: role.optional(),
    /** Handle of a person of the group who cannot sign in yet. */
    person: handle.optional(),
  }),
  output: z.strictObject({ invitation: invitationFacts, link: z.string(), event: z.number() }),
})

export const revokeInvitation = endpoint({
  id: 'invitations.revoke',
  method: 'DELETE',
  path: '/groups/{group}/invitations/{invitation}',
  summary: 'Revoke an unused invitation; its link stops working',
  input: z.strictObject({
    ...inGroup,
    invitation: issueRef,
  }),
  output: z.strictObject({ event: z.number() }),
})

/** Sets a cookie, so that a route of its own handles it. */
export const acceptInvitation = endpoint({
  id: 'invitations.accept',
  method: 'POST',
  path: '/invitation',
  summary:
    'Accept an invitation: as a new person or a person of the group without an account, which signs you in; or, with your session, as the person whose address was invited',
  access: 'anyone',
  input: z.strictObject({
    token: line(100),
    newcomer: z.strictObject({ name: line(120), handle: handle.toLowerCase(), password }).optional(),
    /** Of a person of the group who had no account. */
    password: password.optional(),
  }),
  output: z.strictObject({ group: z.string(), handle: z.string() }),
})
