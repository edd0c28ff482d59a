import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { editGoals, goalsOf } from './milestone-goals.ts'
import { editMilestone } from './milestones.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const milestonesUndo: UndoHandlers<'milestone'> = {
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
  'milestone.goals_edited': async (ctx, { data: { id, goals } }) => {
    const milestone = await slugById(ctx, id)
    const { version } = await goalsOf(ctx, milestone)
    return editGoals(ctx, { group: ctx.group.slug, milestone, goals: goals.from, version })
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
