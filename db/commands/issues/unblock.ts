import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { labelIssue } from './labels.ts'

/**
 * Takes an issue out of blocked, back into the state that it was in before; it has none afterwards where it had none then.
 * @throws refused where it is not blocked
 */
export async function unblockIssue(ctx: Ctx, ref: number): Promise<void> {
  const blocked = (await issueFacts(ctx, ref)).labels.find(({ meaning }) => meaning === 'workflow.blocked')
  if (!blocked) throw new Failure('refused', `#${ref} is not blocked.`, { rule: 'not_blocked' })
  const before = await stateBefore(ctx, ref, Number(blocked.id))
  const labels = before === null ? { remove: [blocked.title] } : { add: [before] }
  await labelIssue(ctx, { group: ctx.group.slug, ref, ...labels })
}

/** The label that made room for this one, which lies in the same scope. */
async function stateBefore(ctx: Ctx, ref: number, label: number): Promise<string | null> {
  const { rows } = await ctx.db.query<{ title: string }>({
    name: 'label-before',
    text: `select o.title from issue_labels i join labels l on l.group_id = i.group_id and l.id = i.label_id
      join label_spans s on s.group_id = i.group_id and s.issue_number = i.issue_number and s.to_at = i.added_at
      join labels o on o.group_id = s.group_id and o.id = s.label_id and o.scope = l.scope and o.id <> l.id
      where i.group_id = $1 and i.issue_number = $2 and i.label_id = $3 limit 1`,
    values: [ctx.group.id, ref, label],
  })
  return rows[0]?.title ?? null
}
