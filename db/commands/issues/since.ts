import type { LabelChange } from '#lib/domain/labels.ts'
import type { Ctx } from '../../context.ts'

type Ids = number[]
const ids = (labels: LabelChange['added']): Ids => labels.map((label) => Number(label.id))

/**
 * After a change of labels was taken back: what came back is carried since it first was, as if it had never been off,
 * and the stay that was undone counts as none. `at` is the instant of the act that is taken back.
 */
export async function restoreSince(ctx: Ctx, issue: number, change: LabelChange, at: Date): Promise<void> {
  const key = [ctx.group.id, issue]
  await ctx.db.query(
    `with back as (
        delete from label_spans where group_id = $1 and issue_number = $2 and label_id = any($3::int[]) and to_at = $4
        returning label_id, from_at
      ) update issue_labels l set added_at = back.from_at from back
        where l.group_id = $1 and l.issue_number = $2 and l.label_id = back.label_id`,
    [...key, ids(change.added), at],
  )
  await ctx.db.query(
    `delete from label_spans
      where group_id = $1 and issue_number = $2 and label_id = any($3::int[]) and from_at = $4 and to_at = $5`,
    [...key, ids(change.removed), at, ctx.now],
  )
  if (change.added.some((label) => label.meaning === 'workflow.blocked')) await waitAgain(ctx, issue, at)
}

/** What it waited for, and since when, is as it was. */
export async function waitAgain(ctx: Ctx, issue: number, at: Date): Promise<void> {
  const { rows } = await ctx.db.query<{ id: number }>(
    'select max(id) as id from blocks where group_id = $1 and issue_number = $2 and until_at = $3',
    [ctx.group.id, issue, at],
  )
  const before = rows[0]?.id ?? null
  if (before === null) return
  await ctx.db.query(
    'delete from blocks where group_id = $1 and issue_number = $2 and until_at is null and id <> $3',
    [ctx.group.id, issue, before],
  )
  await ctx.db.query('update blocks set until_at = null where group_id = $1 and id = $2', [
    ctx.group.id,
    before,
  ])
}
