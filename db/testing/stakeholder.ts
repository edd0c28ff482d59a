import type { Ctx } from '../context.ts'

/** Makes the person of the context a stakeholder of the group, who reads what is open to all and changes nothing. */
export async function toStakeholder(ctx: Ctx): Promise<Ctx> {
  await ctx.db.query(`update group_roles set role = 'stakeholder' where group_id = $1 and person_id = $2`, [
    ctx.group.id,
    ctx.actor.id,
  ])
  return { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } }
}
