import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listLabels as promise } from '#lib/contract/labels.ts'
import type { Ctx } from '../context.ts'

type Answer = OutputOf<typeof promise>

export async function listLabels(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'labels',
    text: `select id::text, title, hue, meaning, scope, description from labels where group_id = $1 order by title`,
    values: [ctx.group.id],
  })
  return { items: rows }
}
