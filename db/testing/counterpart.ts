import { insertGroup } from '../commands/groups.ts'
import type { Ctx, GroupKey } from '../context.ts'

const TEXTS = { summary: '', vision: '', mission: '', namespace: '', channel: '', channels: [], cadence: [] }

/** Another group, with these people in it as engineering managers; in the transaction of the test. */
export async function counterpartGroup(ctx: Ctx, people: readonly Ctx[], zone = 'UTC'): Promise<GroupKey> {
  const actor = { ...ctx.actor, admin: true }
  const wanted = { slug: 'evaluation', name: 'Model Evaluation Infra', zone, ...TEXTS }
  const group = await insertGroup({ ...ctx, actor, inside: true }, wanted)
  for (const { actor: one } of people)
    await ctx.db.query(
      `insert into group_roles (group_id, person_id, role, created_at) values ($1, $2, 'em', $3)`,
      [group.id, one.id, ctx.now],
    )
  return group
}

/** A person in that group, as its engineering manager. */
export const inGroupOf = (ctx: Ctx, group: GroupKey): Ctx => ({
  ...ctx,
  group,
  actor: { ...ctx.actor, roles: ['em'] },
})
