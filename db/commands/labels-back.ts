import { changeLabel, createLabel, removeLabel } from './labels.ts'
import { kept, type WaysBack } from './way-back.ts'

export const labelsBack: WaysBack<'label'> = {
  'label.created': (ctx, { data }) => removeLabel(ctx, { group: ctx.group.slug, label: kept(data.id) }),
  'label.renamed': (ctx, { data }) =>
    changeLabel(ctx, { group: ctx.group.slug, label: kept(data.id), title: data.from }),
  'label.changed': (ctx, { data }) =>
    changeLabel(ctx, { group: ctx.group.slug, label: kept(data.id), ...kept(data.was) }),
  'label.removed': (ctx, { data: { id, title, meaning, kept: gone } }) =>
    createLabel(ctx, { group: ctx.group.slug, id: kept(id), title, meaning, ...kept(gone) }),
}
