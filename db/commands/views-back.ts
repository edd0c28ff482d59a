import { removeView, renameView, saveView } from './views.ts'
import { kept, type WaysBack } from './way-back.ts'

/** Views of the whole group: one's own leave no event, and whoever removes one is offered it again on the page. */
export const viewsBack: WaysBack<'view'> = {
  'view.saved': (ctx, { data }) => removeView(ctx, { group: ctx.group.slug, view: kept(data.id) }),
  'view.changed': (ctx, { data: { id, from, query } }) =>
    renameView(ctx, { group: ctx.group.slug, view: kept(id), title: from, query: query?.from }),
  'view.removed': (ctx, { data: { id, title, kept: gone } }) =>
    saveView(ctx, { group: ctx.group.slug, id: kept(id), title, ...kept(gone), shared: true }),
}
