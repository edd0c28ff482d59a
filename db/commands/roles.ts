import type { InputOf } from '#lib/contract/endpoint.ts'
import type { giveRole as giving, takeRole as taking } from '#lib/contract/people.ts'
import { whyNotGiveRole, whyNotTakeRole } from '#lib/domain/roles.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { roleHolder } from '../queries/people.ts'

export const giveRole = (ctx: Ctx, { person, role }: InputOf<typeof giving>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotGiveRole(holder, role))
    await ctx.db.query(
      'insert into group_roles (group_id, person_id, role, created_at) values ($1, $2, $3, $4)',
      [ctx.group.id, holder.id, role, ctx.now],
    )
    const data = { person: { id: holder.id, name: holder.name }, role }
    return { event: await record(ctx, { type: 'role.given', data }) }
  })

/** The group's lock makes the count of managers true: of two who would take the last two, one is refused. */
export const takeRole = (ctx: Ctx, { person, role }: InputOf<typeof taking>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'role.give')
    const holder = await roleHolder(ctx, person)
    insist(whyNotTakeRole(holder, role))
    await ctx.db.query('delete from group_roles where group_id = $1 and person_id = $2 and role = $3', [
      ctx.group.id,
      holder.id,
      role,
    ])
    const data = { person: { id: holder.id, name: holder.name }, role }
    return { event: await record(ctx, { type: 'role.taken', data }) }
  })
