import { authorise } from '../context.ts'
import { removeUnclaimed, restoreUnclaimed } from './dris.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const drisUndo: UndoHandlers<'dri'> = {
  'dri.unclaimed': (ctx, { issue, data }) => {
    authorise(ctx, 'issue.edit')
    return removeUnclaimed(ctx, issue, data)
  },
  'dri.unclaimed_removed': (ctx, { issue, data }) => {
    authorise(ctx, 'issue.edit')
    return restoreUnclaimed(ctx, issue, data)
  },
}
