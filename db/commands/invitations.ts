import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createInvitation as endpoint, InvitationFacts } from '#lib/contract/invitations.ts'
import {
  INVITATION_DAYS,
  invitationState,
  type InvitationTimes,
  whyNotRevokeInvitation,
} from '#lib/domain/invitations.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { inviteeOf } from '../queries/invitees.ts'
import { hashOf, newToken } from '../token.ts'

const DAY_MS = 86_400_000

type Made = { invitation: InvitationFacts; secret: string; event: number }

/** Makes a link for one address. The secret is its only copy, and no part of the answer that a retry would find. */
export async function createInvitation(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Made> {
  const secret = newToken()
  const hash = hashOf(secret)
  const made = await inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    const { email } = input
    const { role, person = null } = await inviteeOf(ctx, input)
    const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into invitations (group_id, token, email, role, person_id, by_id, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [ctx.group.id, hash, email, role, person?.id ?? null, ctx.actor.id, ctx.now, expiresAt],
    )
    const id = rows[0]?.id ?? 0
    const data = { id, role, person }
    const event = await record(ctx, { type: 'invitation.created', data })
    const invitation: InvitationFacts = {
      id,
      email,
      role,
      person: person?.name ?? null,
      by: ctx.actor.name,
      state: 'waiting',
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedBy: null,
    }
    return { invitation, event, hash }
  })
  if (made.hash !== hash) {
    throw new Failure(
      'conflict',
      'The invitation exists, and its link was shown once. Revoke it and create another.',
      {
        rule: 'link_shown',
      },
    )
  }
  return { invitation: made.invitation, event: made.event, secret }
}

export const revokeInvitation = (ctx: Ctx, { invitation }: { invitation: number }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    const { rows } = await ctx.db.query<InvitationTimes & { role: Role }>(
      `select expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt", role
        from invitations where group_id = $1 and id = $2`,
      [ctx.group.id, invitation],
    )
    const [facts] = rows
    if (!facts) throw notFound('This invitation')
    insist(whyNotRevokeInvitation(invitationState(facts, ctx.now)))
    await ctx.db.query('update invitations set revoked_at = $3 where group_id = $1 and id = $2', [
      ctx.group.id,
      invitation,
      ctx.now,
    ])
    return {
      event: await record(ctx, { type: 'invitation.revoked', data: { id: invitation, role: facts.role } }),
    }
  })
