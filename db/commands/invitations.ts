import { randomUUID } from 'node:crypto'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createInvitation as promise, InvitationFacts } from '#lib/contract/invitations.ts'
import {
  INVITATION_DAYS,
  invitationState,
  type InvitationTimes,
  whyNotInvite,
  whyNotRevokeInvitation,
} from '#lib/domain/invitations.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx, type Db, inTransaction, THE_CLOCK } from '../context.ts'
import { record } from '../events/record.ts'
import { invitationOf } from '../queries/invitations.ts'
import { hashOf, newToken } from '../token.ts'

const DAY_MS = 86_400_000

type Made = { invitation: InvitationFacts; secret: string; event: number }

/** Makes a link for one address. The secret is its only copy, and no part of the answer that a retry would find. */
export async function createInvitation(ctx: Ctx, { email, role }: InputOf<typeof promise>): Promise<Made> {
  const secret = newToken()
  const hash = hashOf(secret)
  const made = await inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    insist(whyNotInvite(await knownOf(ctx, email)))
    const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into invitations (group_id, token, email, role, by_id, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [ctx.group.id, hash, email, role, ctx.actor.id, ctx.now, expiresAt],
    )
    const id = rows[0]?.id ?? 0
    const event = await record(ctx, { type: 'invitation.created', data: { id, role } })
    const invitation: InvitationFacts = {
      id,
      email,
      role,
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
      'It was made already, and its link was shown once. Revoke it and make another.',
      {
        rule: 'link_shown',
      },
    )
  }
  return { invitation: made.invitation, event: made.event, secret }
}

async function knownOf(ctx: Ctx, email: string): Promise<{ member: string | null; waiting: boolean }> {
  const { rows } = await ctx.db.query<{ member: string | null; waiting: boolean }>(
    `select (select p.name from people p where p.email = $2
          and exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)) as member,
        exists (select from invitations where group_id = $1 and email = $2
          and used_at is null and revoked_at is null and expires_at > $3) as waiting`,
    [ctx.group.id, email, ctx.now],
  )
  return rows[0] ?? { member: null, waiting: false }
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

/** Somebody who has no account yet, or the person whose session follows the link. */
export type Guest =
  | { newcomer: { name: string; handle: string; passwordHash: string } }
  | { personId: string }

type Arrival = { token: string; guest: Guest; now: Date; db: Db }

/**
 * Uses up the link and lets one person in, all or nothing; of two who follow it at once, one finds it used. Nobody can
 * enter a group in which they have no business yet, so the link itself opens it; the events say who came.
 * @throws not_found for a link that opens nothing; forbidden for somebody else's; conflict for a handle that is taken
 */
export async function acceptInvitation({ token, guest, now, db }: Arrival) {
  const open = await invitationOf(db, token, now)
  if (!open) throw usedUp()
  try {
    return await inTransaction({ actor: THE_CLOCK, group: open.group, now, db }, async (ctx) => {
      const invitation = await invitationOf(ctx.db, token, now)
      if (!invitation) throw usedUp()
      const { role, id } = invitation
      const person = await welcome(ctx, invitation, guest)
      const actor = { ...person, roles: [role], admin: false }
      const joined: Ctx = { ...ctx, actor }
      await ctx.db.query(
        'update invitations set used_at = $3, used_by_id = $4 where group_id = $1 and id = $2',
        [ctx.group.id, id, now, person.id],
      )
      await ctx.db.query(
        `insert into group_roles (group_id, person_id, role, created_at) values ($1, $2, $3, $4)
          on conflict do nothing`,
        [ctx.group.id, person.id, role, now],
      )
      const ref = { id: person.id, name: person.name }
      await record(joined, { type: 'invitation.accepted', data: { id, person: ref, role } })
      return { group: open.group.slug, handle: person.handle, personId: person.id }
    })
  } catch (error) {
    throw isTaken(error)
      ? new Failure('conflict', 'Somebody has that handle already: choose another.')
      : error
  }
}

type Person = { id: string; handle: string; name: string }

async function welcome(
  ctx: Ctx,
  open: NonNullable<Awaited<ReturnType<typeof invitationOf>>>,
  guest: Guest,
): Promise<Person> {
  if ('personId' in guest) {
    if (open.person?.id !== guest.personId) {
      throw new Failure('forbidden', 'This invitation is for another address than yours.', {
        rule: 'not_yours',
      })
    }
    const { rows } = await ctx.db.query<Person>('select id, handle, name from people where id = $1', [
      guest.personId,
    ])
    if (!rows[0]) throw usedUp()
    return rows[0]
  }
  if (open.person)
    throw new Failure('conflict', 'You have an account here: sign in to join.', { rule: 'known' })
  const { name, handle, passwordHash } = guest.newcomer
  const id = randomUUID()
  await ctx.db.query(
    `insert into people (id, handle, name, email, email_verified, created_at, updated_at)
      values ($1, $2, $3, $4, true, $5, $5)`,
    [id, handle, name, open.email, ctx.now],
  )
  await ctx.db.query(
    `insert into accounts (id, account_id, provider_id, person_id, password, created_at, updated_at)
      values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [randomUUID(), id, passwordHash, ctx.now],
  )
  return { id, handle, name }
}

const usedUp = () =>
  new Failure(
    'not_found',
    'This invitation was used or revoked, or has run out. Ask whoever invited you for a new one.',
  )

/** 23505 is PostgreSQL's word for a unique value that is there already. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'
