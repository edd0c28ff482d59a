import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listViews as endpoint, SavedView } from '#lib/contract/views.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

/** Views of a board that was removed wait for it to be brought back. */
export const LEADS_SOMEWHERE = `(place = 'issues' or exists (select from boards b
  where b.group_id = saved_views.group_id and 'boards/' || b.slug = place))`

const VIEWS = `select id, title, place, query, owner_id is null as shared from saved_views
  where group_id = $1 and (owner_id is null or owner_id = $2) and ${LEADS_SOMEWHERE}`

export async function listViews(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await ctx.db.query<SavedView>({
    name: 'views',
    text: `${VIEWS} order by owner_id is not null, title collate by_language, id`,
    values: [ctx.group.id, ctx.actor.id],
  })
  return { items: rows }
}

/** @throws not_found also for a view that is another person's own */
export async function viewById(ctx: Ctx, id: number): Promise<SavedView> {
  const { rows } = await ctx.db.query<SavedView>(`${VIEWS} and id = $3`, [ctx.group.id, ctx.actor.id, id])
  if (!rows[0]) throw notFound('The view')
  return rows[0]
}
