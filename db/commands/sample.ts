import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'

/**
 * Removes the sample world in one act: its issues and epics, and the milestones and labels that hold nothing else. What
 * people made themselves stays, and so do the events: the ledger is never shortened.
 */
export const removeSample = (ctx: Ctx) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const { rows } = await ctx.db.query<{ removed: number }>(
      `with gone as (delete from issues where group_id = $1 and sample returning 1)
        select count(*)::int as removed from gone`,
      [ctx.group.id],
    )
    await ctx.db.query(`delete from comments where group_id = $1 and sample`, [ctx.group.id])
    await ctx.db.query(
      `delete from epics e where group_id = $1 and sample
        and not exists (select from issues i where i.group_id = e.group_id and i.epic_number = e.number)`,
      [ctx.group.id],
    )
    await ctx.db.query(
      `delete from milestones m where group_id = $1 and sample and closed_at is not null
        and not exists (select from issues i where i.group_id = m.group_id and i.milestone_id = m.id)
        and not exists (select from boards b where b.group_id = m.group_id and b.milestone_id = m.id)`,
      [ctx.group.id],
    )
    await dropSampleLabels(ctx)
    await ctx.db.query('update epics set sample = false where group_id = $1 and sample', [ctx.group.id])
    await ctx.db.query('update milestones set sample = false where group_id = $1 and sample', [ctx.group.id])
    await dismissSamplePeople(ctx)
    const event = await record(ctx, { type: 'sample.removed', data: {} })
    return { removed: rows[0]?.removed ?? 0, event }
  })

/** Labels that no issue and no board of the group's own has come to use. */
async function dropSampleLabels(ctx: Ctx): Promise<void> {
  await ctx.db.query(
    `delete from labels l where group_id = $1 and sample
      and not exists (select from issue_labels i where i.group_id = l.group_id and i.label_id = l.id)
      and not exists (select from board_labels b where b.group_id = l.group_id and b.label_id = l.id)
      and not exists (select from board_columns c where c.group_id = l.group_id and c.label_id = l.id)`,
    [ctx.group.id],
  )
  await ctx.db.query('update labels set sample = false where group_id = $1 and sample', [ctx.group.id])
}

/** The accounts for trying things out go too, unless somebody worked with them: then their work keeps its author. */
async function dismissSamplePeople(ctx: Ctx): Promise<void> {
  await ctx.db.query(
    `delete from group_roles where group_id = $1 and person_id in (select id from people where sample)`,
    [ctx.group.id],
  )
  await ctx.db.query(
    `delete from people p where sample
      and not exists (select from group_roles where person_id = p.id)
      and not exists (select from memberships where person_id = p.id)
      and not exists (select from comments where author_id = p.id)
      and not exists (select from issues where p.id in (author_id, dri_id))
      and not exists (select from issue_assignees where person_id = p.id)
      and not exists (select from dri_assignments where p.id in (person_id, by_id))
      and not exists (select from hand_overs where p.id in (from_id, to_id, by_id, answered_by_id))
      and not exists (select from epics where tech_lead_id = p.id)
      and not exists (select from blocks where by_id = p.id)
      and not exists (select from mentions where p.id in (person_id, by_id))
      and not exists (select from comment_reactions where person_id = p.id)`,
  )
}
