import { randomUUID } from 'node:crypto'
import type { Role } from '#lib/domain/permissions.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'

export type NewMember = {
  handle: string
  name: string
  email: string
  sample?: boolean
  roles: readonly { role: Role; title?: string; acting?: boolean }[]
}

/** Brings somebody into the group with their roles; a person whom the installation knows by that handle is the same. */
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
      await record(ctx, { type: 'role.given', data: { person, role } })
    }
    return person
  })
