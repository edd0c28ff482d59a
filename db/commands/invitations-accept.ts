import { randomUUID } from 'node:crypto'
import { Failure } from '#lib/kit/failure.ts'
import { type Ctx, type Db, THE_CLOCK } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { invitationOf, type OpenInvitation } from '../queries/invitations.ts'

/** A new person, a person of the group who gets an account, or the person whose session follows the link. */
export type Guest =
  | { newcomer: { name: string; handle: string; passwordHash: string } }
  | { passwordHash: string }
  | { personId: string }

type Arrival = { token: string; guest: Guest; now: Date; db: Db }

/**
 * Uses up the link and lets one person in, all or nothing; of two who follow it at once, one finds it used. Nobody can
 * enter a group in which they have no business yet, so the link itself opens it; the events say who came.
 * @throws not_found for a link that opens nothing; forbidden for another person's; conflict for a handle that is taken
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
      // A known person has their roles.
      if (!invitation.known) {
        await ctx.db.query(
          `insert into group_roles (group_id, person_id, role, created_at) values ($1, $2, $3, $4)
            on conflict do nothing`,
          [ctx.group.id, person.id, role, now],
        )
      }
      const ref = { id: person.id, name: person.name }
      const known = invitation.known !== null
      await record(joined, { type: 'invitation.accepted', data: { id, person: ref, role, known } })
      return { group: open.group.slug, handle: person.handle, personId: person.id }
    })
  } catch (error) {
    throw isTaken(error) ? new Failure('conflict', TAKEN[open.known ? 'address' : 'handle']) : error
  }
}

type Person = { id: string; handle: string; name: string }

async function welcome(ctx: Ctx, open: OpenInvitation, guest: Guest): Promise<Person> {
  if (open.known) return giveAccount(ctx, open.known, open.email, guest)
  if ('personId' in guest) {
    if (open.person?.id !== guest.personId) {
      throw new Failure('forbidden', 'This invitation is for another e-mail address.', {
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
  if (!('newcomer' in guest)) throw new Failure('invalid', 'Enter your name.', { rule: 'newcomer' })
  const { name, handle, passwordHash } = guest.newcomer
  const id = randomUUID()
  await ctx.db.query(
    `insert into people (id, handle, name, email, email_verified, created_at, updated_at)
      values ($1, $2, $3, $4, true, $5, $5)`,
    [id, handle, name, open.email, ctx.now],
  )
  await addPassword(ctx, id, passwordHash)
  return { id, handle, name }
}

/** They keep what is theirs, and sign in with the address from now on; of two links the second finds it done. */
async function giveAccount(ctx: Ctx, known: Person, email: string, guest: Guest): Promise<Person> {
  if (!('passwordHash' in guest)) {
    throw new Failure('invalid', `This invitation is for ${known.name}: choose a password.`, {
      rule: 'password',
    })
  }
  const { rowCount } = await ctx.db.query(
    `update people p set email = $2, email_verified = true, updated_at = $3 where id = $1
      and not exists (select from accounts a where a.person_id = p.id)
      and exists (select from group_roles r where r.group_id = $4 and r.person_id = p.id)`,
    [known.id, email, ctx.now, ctx.group.id],
  )
  if (rowCount === 0) throw usedUp()
  await addPassword(ctx, known.id, guest.passwordHash)
  return known
}

const addPassword = (ctx: Ctx, personId: string, passwordHash: string) =>
  ctx.db.query(
    `insert into accounts (id, account_id, provider_id, person_id, password, created_at, updated_at)
      values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [randomUUID(), personId, passwordHash, ctx.now],
  )

const TAKEN = {
  handle: 'That handle is taken. Choose another.',
  address: 'That address already has an account. Ask for an invitation to another one.',
}

const usedUp = () =>
  new Failure(
    'not_found',
    'This invitation was used, revoked or has expired. Ask the person who invited you for a new one.',
  )

/** 23505 is PostgreSQL's word for a unique value that is there already. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'
