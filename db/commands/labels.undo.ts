import { picked } from '#lib/domain/replay-maps.ts'
import { changeLabel, createLabel, removeLabel } from './labels.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const labelsUndo: UndoHandlers<'label'> = {
  'label.created': (ctx, { data }) => removeLabel(ctx, { group: ctx.group.slug, label: data.id }),
  'label.renamed': (ctx, { data }) =>
    changeLabel(ctx, { group: ctx.group.slug, label: data.id, title: data.from }),
  'label.changed': (ctx, { data }) =>
    changeLabel(ctx, { group: ctx.group.slug, label: data.id, ...picked(data.from, data.changed) }),
  'label.removed': (ctx, { data }) => createLabel(ctx, { group: ctx.group.slug, ...data }),
}
