import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { editMilestone } from './milestones.ts'
import type { WaysBack } from './undo-handler.ts'

export const milestonesBack: WaysBack<'milestone'> = {
  'milestone.created': async (ctx, { data }) => {
    authorise(ctx, 'milestone.create')
    const { id, title } = data
    insist((await isUsed(ctx, id)) ? { code: 'used', because: USED } : null)
    await ctx.db.query('delete from milestones where group_id = $1 and id = $2', [ctx.group.id, id])
    return record(ctx, { type: 'milestone.removed', data: { id, title } })
  },
  'milestone.edited': async (ctx, { data: { id, from } }) => {
    const { title, startOn, dueOn } = from
    // A shelf has no days: there is nothing to put back.
    const days = { startOn: startOn ?? undefined, dueOn: dueOn ?? undefined }
    const milestone = await slugById(ctx, id)
    return editMilestone(ctx, { group: ctx.group.slug, milestone, title, ...days })
  },
  'milestone.closed': async (ctx, { data }) => {
    authorise(ctx, 'milestone.close')
    const { rowCount } = await ctx.db.query(
      'update milestones set closed_at = null where group_id = $1 and id = $2 and closed_at is not null',
      [ctx.group.id, data.id],
    )
    if (rowCount === 0) throw new Failure('refused', `${data.title} is already open.`, { rule: 'open' })
    return record(ctx, { type: 'milestone.reopened', data: { id: data.id, title: data.title } })
  },
  'milestone.reopened': async (ctx, { data }) => {
    authorise(ctx, 'milestone.close')
    await ctx.db.query('update milestones set closed_at = $3 where group_id = $1 and id = $2', [
      ctx.group.id,
      data.id,
      ctx.now,
    ])
    return record(ctx, { type: 'milestone.closed', data: { id: data.id, title: data.title } })
  },
}

async function slugById(ctx: Ctx, id: number): Promise<string> {
  const found = (await milestonesOf(ctx)).find((milestone) => Number(milestone.id) === id)
  if (!found) throw notFound('The milestone')
  return found.slug
}

const USED = 'Issues or boards use this milestone. Move them to another one first.'

async function isUsed(ctx: Ctx, id: number): Promise<boolean> {
  const { rows } = await ctx.db.query<{ used: boolean }>(
    `select exists (select from issues where group_id = $1 and milestone_id = $2)
        or exists (select from boards where group_id = $1 and milestone_id = $2) as used`,
    [ctx.group.id, id],
  )
  return rows[0]?.used ?? false
}
