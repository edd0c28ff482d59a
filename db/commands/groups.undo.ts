import { changeGroup } from './groups-edit.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const groupsUndo: UndoHandlers<'group'> = {
  'group.changed': (ctx, { data: { from, reopened = [] } }) =>
    changeGroup(ctx, { group: ctx.group.slug, ...from, back: reopened }),
}
