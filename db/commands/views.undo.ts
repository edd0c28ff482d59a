import { removeView, renameView, saveView } from './views.ts'
import type { UndoHandlers } from './undo-handler.ts'

/** Views of the whole group: one's own leave no event, and the person who removes one is offered it again on the page. */
export const viewsUndo: UndoHandlers<'view'> = {
  'view.saved': (ctx, { data }) => removeView(ctx, { group: ctx.group.slug, view: data.id }),
  'view.changed': (ctx, { data: { id, from, query } }) =>
    renameView(ctx, { group: ctx.group.slug, view: id, title: from, query: query.from }),
  'view.removed': (ctx, { data: { id, title, place, query } }) =>
    saveView(ctx, { group: ctx.group.slug, id, title, place, query, shared: true }),
}
