import { randomUUID } from 'node:crypto'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { addPerson as adding, removePerson as removing } from '#lib/contract/people.ts'
import type { RoleData, Stay } from '#lib/domain/events/people.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { whyNotActing, whyNotGiveRole, whyNotRemovePerson } from '#lib/domain/roles.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { todayOf } from '../queries/milestones.ts'
import { roleHolder } from '../queries/people.ts'

export type NewMember = {
  handle: string
  name: string
  email: string
  sample?: boolean
  roles: readonly { role: Role; title?: string; acting?: boolean }[]
}

/** Adds a person to the group with their roles; a person whom the installation knows by that handle is the same. */
export const addMember = (ctx: Ctx, { handle, name, email, sample = false, roles }: NewMember) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    await ctx.db.query(
      `insert into people (id, handle, name, email, sample, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $6) on conflict (handle) do nothing`,
      [randomUUID(), handle, name, email, sample, ctx.now],
    )
    const { rows } = await ctx.db.query<{ id: string; name: string }>(
      'select id, name from people where handle = $1',
      [handle],
    )
    const [person] = rows
    if (!person) throw new Error(`${handle} was not written.`)
    await record(ctx, { type: 'person.joined', data: { person } })
    for (const { role, title = '', acting = false } of roles) {
      await ctx.db.query(
        `insert into group_roles (group_id, person_id, role, acting, title, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [ctx.group.id, person.id, role, acting, title, ctx.now],
      )
      await record(ctx, { type: 'role.given', data: { person, role, title, acting } })
    }
    return person
  })

/** Adds a person whom the installation knows to the group. */
export const addPerson = (
  ctx: Ctx,
  { person: handle, role, title = '', acting = false }: InputOf<typeof adding>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    const { rows } = await ctx.db.query<{ id: string; name: string; roles: Role[] }>(
      `select p.id, p.name, array(select r.role from group_roles r where r.group_id = $1 and r.person_id = p.id) as roles
        from people p where p.handle = $2`,
      [ctx.group.id, handle],
    )
    const [person] = rows
    if (!person) throw notFound('The person')
    insist(whyNotGiveRole({ ...person, ems: 0 }, role) ?? whyNotActing(role, acting))
    await ctx.db.query(
      'insert into group_roles (group_id, person_id, role, title, acting, created_at) values ($1, $2, $3, $4, $5, $6)',
      [ctx.group.id, person.id, role, title, acting, ctx.now],
    )
    const ref = { id: person.id, name: person.name }
    if (person.roles.length === 0) await record(ctx, { type: 'person.joined', data: { person: ref } })
    return { event: await record(ctx, { type: 'role.given', data: { person: ref, role, title, acting } }) }
  })

/** Ends a person's roles and memberships today. What they did, and what they drive, stays as the record says. */
export const removePerson = (ctx: Ctx, { person }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'member.edit')
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotRemovePerson(holder))
    const about = [ctx.group.id, holder.id]
    const { rows: dropped } = await ctx.db.query<Stay['dropped'][number]>(
      `delete from memberships where group_id = $1 and person_id = $2 and from_on > $3
        returning id, team_id as "teamId", kind, share::float as share, from_on as "from", to_on as "to"`,
      [...about, todayOf(ctx)],
    )
    const { rows: ended } = await ctx.db.query<Stay['ended'][number]>(
      `with was as (select id, to_on from memberships
          where group_id = $1 and person_id = $2 and (to_on is null or to_on > $3))
        update memberships m set to_on = $3 from was where m.group_id = $1 and m.id = was.id
          returning m.id, was.to_on as "to"`,
      [...about, todayOf(ctx)],
    )
    const { rows: roles } = await ctx.db.query<RoleData>(
      'delete from group_roles where group_id = $1 and person_id = $2 returning role, acting, title',
      about,
    )
    return {
      event: await record(ctx, {
        type: 'person.left',
        data: {
          person: { id: holder.id, name: holder.name },
          kept: { roles, on: todayOf(ctx), ended, dropped },
        },
      }),
    }
  })
