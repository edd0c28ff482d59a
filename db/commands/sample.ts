import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'

/**
 * Removes the sample world in one act: its issues and epics, and the milestones and labels that hold nothing else. What
 * people made themselves stays, and so do the events: the ledger is never shortened.
 */
export const removeSample = (ctx: Ctx) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const gone = async (text: string): Promise<number[]> =>
      (await ctx.db.query<{ gone: number }>(text, [ctx.group.id])).rows.map((row) => row.gone)
    const issues = await gone('delete from issues where group_id = $1 and sample returning number as gone')
    await ctx.db.query(`delete from comments where group_id = $1 and sample`, [ctx.group.id])
    const epics = await gone(
      `delete from epics e where group_id = $1 and sample
        and not exists (select from issues i where i.group_id = e.group_id and i.epic_number = e.number)
        returning number as gone`,
    )
    const milestones = await gone(
      `delete from milestones m where group_id = $1 and sample and closed_at is not null
        and not exists (select from issues i where i.group_id = m.group_id and i.milestone_id = m.id)
        and not exists (select from boards b where b.group_id = m.group_id and b.milestone_id = m.id)
        returning id as gone`,
    )
    const labels = await gone(UNUSED_LABELS)
    for (const table of ['labels', 'epics', 'milestones']) {
      await ctx.db.query(`update ${table} set sample = false where group_id = $1 and sample`, [ctx.group.id])
    }
    const { rows: left } = await ctx.db.query<{ person: string }>(
      `delete from group_roles where group_id = $1 and person_id in (select id from people where sample)
        returning person_id as person`,
      [ctx.group.id],
    )
    const people = [...new Set(left.map(({ person }) => person))]
    await dismissSamplePeople(ctx)
    const data = { issues, epics, milestones, labels, people }
    const event = await record(ctx, { type: 'sample.removed', data })
    return { removed: issues.length, event }
  })

/** Labels that no issue and no board of the group's own has come to use. */
const UNUSED_LABELS = `delete from labels l where group_id = $1 and sample
  and not exists (select from issue_labels i where i.group_id = l.group_id and i.label_id = l.id)
  and not exists (select from board_labels b where b.group_id = l.group_id and b.label_id = l.id)
  and not exists (select from board_columns c where c.group_id = l.group_id and c.label_id = l.id)
  returning id as gone`

/** The accounts for trying things out go too, unless somebody worked with them: then their work keeps its author. */
async function dismissSamplePeople(ctx: Ctx): Promise<void> {
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
