import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { inviteeOf } from '../queries/invitees.ts'
import { revokeInvitation } from './invitations.ts'
import { removePerson } from './people.ts'
import { changeRole, giveRole, takeRole } from './roles.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const peopleUndo: UndoHandlers<'person' | 'role'> = {
  'person.joined': async (ctx, { data }) => removePerson(ctx, await member(ctx, data.person.id)),
  'person.left': async (ctx, { data: { person, kept: stay } }) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    const { roles, ended, dropped } = stay
    await record(ctx, { type: 'person.joined', data: { person } })
    for (const { role, acting, title } of roles) {
      await ctx.db.query(
        `insert into group_roles (group_id, person_id, role, acting, title, created_at)
          values ($1, $2, $3, $4, $5, $6)`,
        [ctx.group.id, person.id, role, acting, title, ctx.now],
      )
      await record(ctx, { type: 'role.given', data: { person, role, acting, title } })
    }
    await ctx.db.query(
      `update memberships m set to_on = was."to" from jsonb_to_recordset($2) as was(id int, "to" date)
        where m.group_id = $1 and m.id = was.id`,
      [ctx.group.id, JSON.stringify(ended)],
    )
    await ctx.db.query(
      `insert into memberships (group_id, person_id, created_at, id, team_id, kind, share, from_on, to_on)
        select $1, $2, $3, d.* from jsonb_to_recordset($4) as
          d(id int, "teamId" int, kind text, share numeric, "from" date, "to" date)`,
      [ctx.group.id, person.id, ctx.now, JSON.stringify(dropped)],
    )
  },
  'role.given': async (ctx, { data: { person, role } }) =>
    takeRole(ctx, { ...(await member(ctx, person.id)), role }),
  'role.changed': async (ctx, { data: { person, role, was } }) =>
    changeRole(ctx, { ...(await member(ctx, person.id)), role, ...was }),
  'role.taken': async (ctx, { data: { person, role, kept: held } }) =>
    giveRole(ctx, { ...(await member(ctx, person.id)), role, ...held }),
}

export const invitationsUndo: UndoHandlers<'invitation'> = {
  'invitation.created': (ctx, { data }) => revokeInvitation(ctx, { invitation: data.id }),
  'invitation.revoked': async (ctx, { data: { id, role } }) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    const { email, waits, invited } = await invitationById(ctx, id)
    insist(
      waits ? null : { code: 'invitation_over', because: 'The invitation has expired. Invite them again.' },
    )
    const { person = null } = await inviteeOf(ctx, {
      group: ctx.group.slug,
      email,
      ...(invited ? { person: invited } : { role }),
    })
    await ctx.db.query('update invitations set revoked_at = null where group_id = $1 and id = $2', [
      ctx.group.id,
      id,
    ])
    return record(ctx, { type: 'invitation.created', data: { id, role, person } })
  },
}

async function invitationById(
  ctx: Ctx,
  id: number,
): Promise<{ email: string; invited: string | null; waits: boolean }> {
  const { rows } = await ctx.db.query<{ email: string; invited: string | null; waits: boolean }>(
    `select i.email, p.handle as invited, i.used_at is null and i.expires_at > $3 as waits
      from invitations i left join people p on p.id = i.person_id where i.group_id = $1 and i.id = $2`,
    [ctx.group.id, id, ctx.now],
  )
  if (!rows[0]) throw notFound('This invitation')
  return rows[0]
}

/** The handle by which the commands know a person whom an event names by id. */
export async function handleOf(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await ctx.db.query<{ handle: string }>('select handle from people where id = $1', [id])
  if (!rows[0]) throw notFound('The person')
  return rows[0].handle
}

const member = async (ctx: Ctx, id: string) => ({ group: ctx.group.slug, person: await handleOf(ctx, id) })
