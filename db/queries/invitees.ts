import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createInvitation } from '#lib/contract/invitations.ts'
import { type Invitee, whyNotInvite, whyNotInvitePerson } from '#lib/domain/invitations.ts'
import { ROLES, type Role } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

type Input = InputOf<typeof createInvitation>

/**
 * Whom an invitation is for, and as what: a newcomer, or a person of the group who cannot sign in yet.
 * @throws refused with the reason why they are not to be invited; not_found for nobody of the group
 */
export async function inviteeOf(
  ctx: Ctx,
  { email, person: handle, role }: Input,
): Promise<{ role: Role; person: { id: string; name: string } | null }> {
  const known = handle === undefined ? null : await personWithout(ctx, handle)
  if (known) insist(whyNotInvitePerson(known, ctx.actor.admin))
  const { member, waiting, taken } = await knownOf(ctx, email, known?.id ?? null)
  insist(whyNotInvite({ member, waiting }))
  if (known) {
    insist(taken ? { code: 'address_taken', because: 'Another person uses that address.' } : null)
    return { role: known.role, person: { id: known.id, name: known.name } }
  }
  if (role) return { role, person: null }
  throw new Failure('refused', 'Choose a role.', { rule: 'role_missing' })
}

type Row = Invitee & { id: string; roles: Role[] }

async function personWithout(ctx: Ctx, handle: string): Promise<Row & { role: Role }> {
  const { rows } = await ctx.db.query<Row>({
    name: 'invitee',
    text: `select p.id, p.name, p.admin, array_agg(r.role) filter (where r.group_id = $1) as roles,
        bool_or(r.group_id <> $1) as elsewhere,
        exists (select from accounts a where a.person_id = p.id) as account
      from people p join group_roles r on r.person_id = p.id
      where p.handle = $2 group by p.id having bool_or(r.group_id = $1)`,
    values: [ctx.group.id, handle],
  })
  const [row] = rows
  const role = ROLES.find((one) => row?.roles.includes(one))
  if (!row || !role) throw notFound('The person')
  return { ...row, role }
}

type Known = { member: string | null; waiting: boolean; taken: boolean }

async function knownOf(ctx: Ctx, email: string, personId: string | null): Promise<Known> {
  const { rows } = await ctx.db.query<Known>(
    `select (select p.name from people p where p.email = $2 and p.id is distinct from $4
          and exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)) as member,
        exists (select from people p where p.email = $2 and p.id is distinct from $4) as taken,
        exists (select from invitations where group_id = $1 and (email = $2 or person_id = $4)
          and used_at is null and revoked_at is null and expires_at > $3) as waiting`,
    [ctx.group.id, email, ctx.now, personId],
  )
  return rows[0] ?? { member: null, waiting: false, taken: false }
}
