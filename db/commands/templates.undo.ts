import { createTemplate, editTemplate, removeTemplate } from './templates.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const templatesUndo: UndoHandlers<'template'> = {
  'template.created': (ctx, { data }) => removeTemplate(ctx, { group: ctx.group.slug, template: data.id }),
  'template.edited': (ctx, { data: { id, from, to } }) =>
    editTemplate(ctx, { group: ctx.group.slug, template: id, ...from, was: to.body }),
  'template.removed': (ctx, { data: { id, position, title, type, body } }) =>
    createTemplate(ctx, { group: ctx.group.slug, id, position, title, type, body }),
}
