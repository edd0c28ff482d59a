import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeRole as changing, giveRole as giving, takeRole as taking } from '#lib/contract/people.ts'
import type { RoleTerms } from '#lib/domain/events/people.ts'
import { whyNotActing, whyNotChangeRole, whyNotGiveRole, whyNotTakeRole } from '#lib/domain/roles.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { roleHolder } from '../queries/people.ts'

export const giveRole = (ctx: Ctx, { person, role, title = '', acting = false }: InputOf<typeof giving>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotGiveRole(holder, role) ?? whyNotActing(role, acting))
    await ctx.db.query(
      'insert into group_roles (group_id, person_id, role, title, acting, created_at) values ($1, $2, $3, $4, $5, $6)',
      [ctx.group.id, holder.id, role, title, acting, ctx.now],
    )
    const data = { person: { id: holder.id, name: holder.name }, role, title, acting }
    return { event: await record(ctx, { type: 'role.given', data }) }
  })

/** The group's lock makes the count of managers true: of two who would take the last two, one is refused. */
export const takeRole = (ctx: Ctx, { person, role }: InputOf<typeof taking>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotTakeRole(holder, role))
    const { rows } = await ctx.db.query<RoleTerms>(
      `delete from group_roles where group_id = $1 and person_id = $2 and role = $3 returning acting, title`,
      [ctx.group.id, holder.id, role],
    )
    const [kept] = rows
    if (!kept) throw new Error('The role that the rule saw is gone.')
    const data = { person: { id: holder.id, name: holder.name }, role, kept }
    return { event: await record(ctx, { type: 'role.taken', data }) }
  })

/** How a role is called, and whether its holder is acting; what is not named stays. */
export const changeRole = (ctx: Ctx, { person, role, ...fields }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotChangeRole(holder, role) ?? whyNotActing(role, fields.acting ?? false))
    const { rows } = await ctx.db.query<RoleTerms & { was: RoleTerms }>(
      `with was as (select title, acting from group_roles where group_id = $1 and person_id = $2 and role = $3)
        update group_roles r set title = coalesce($4, r.title), acting = coalesce($5, r.acting) from was
        where r.group_id = $1 and r.person_id = $2 and r.role = $3
          and (r.title, r.acting) is distinct from (coalesce($4, r.title), coalesce($5, r.acting))
        returning r.title, r.acting, jsonb_build_object('title', was.title, 'acting', was.acting) as was`,
      [ctx.group.id, holder.id, role, fields.title ?? null, fields.acting ?? null],
    )
    const [now] = rows
    if (!now) return { event: await lastEvent(ctx) }
    const data = { person: { id: holder.id, name: holder.name }, role, ...now }
    return { event: await record(ctx, { type: 'role.changed', data }) }
  })
