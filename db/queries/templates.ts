import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listTemplates as list, Template } from '#lib/contract/templates.ts'
import type { Ctx } from '../context.ts'

export async function listTemplates(ctx: Ctx): Promise<OutputOf<typeof list>> {
  const { rows } = await ctx.db.query<Template>({
    name: 'templates',
    text: `select id, title, replace(type, 'type.', '') as type, body from issue_templates
      where group_id = $1 order by position, id`,
    values: [ctx.group.id],
  })
  return { items: rows }
}
