import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listLabels as endpoint, listLabelUses as uses } from '#lib/contract/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'

type Answer = OutputOf<typeof endpoint>

export async function listLabels(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'labels',
    text: `select id::text, title, hue, meaning, scope, description from labels where group_id = $1 order by title collate by_language`,
    values: [ctx.group.id],
  })
  return { items: rows }
}

/** Closed issues hold their labels too, and nobody counts an issue that they may not see. A board counts once, however often it uses a label. */
export async function listLabelUses(ctx: Ctx): Promise<OutputOf<typeof uses>> {
  const { rows } = await ctx.db.query<OutputOf<typeof uses>['items'][number]>({
    name: 'label-uses',
    text: `select l.id::text,
        (select count(*) from issue_labels u where u.group_id = l.group_id and u.label_id = l.id)::int
          - coalesce(h.issues, 0) as issues,
        (select count(*)::int from (
          select board_id from board_labels b where b.group_id = l.group_id and b.label_id = l.id
          union select board_id from board_columns c where c.group_id = l.group_id and c.label_id = l.id) b) as boards
      from labels l
      left join (select u.label_id, count(*)::int as issues from issues i
          join issue_labels u on u.group_id = i.group_id and u.issue_number = i.number
        where i.group_id = $1 and i.confidential and not $2 group by u.label_id) h on h.label_id = l.id
      where l.group_id = $1 order by l.title collate by_language`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  return { items: rows }
}
