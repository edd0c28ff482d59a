import type { UndoHandlers } from '../undo-handler.ts'
import { restoreOutcome, withdrawOutcome } from './outcomes.ts'
import { deletePoint, restorePoint } from './points.ts'

export const agendaUndo: UndoHandlers<'agenda'> = {
  'agenda.point_added': (ctx, { data }) => deletePoint(ctx, data.id),
  'agenda.point_removed': (ctx, { data }) => restorePoint(ctx, data),
  'agenda.recorded': (ctx, { data, number }) => withdrawOutcome(ctx, data, number),
  'agenda.withdrawn': (ctx, { data }) => restoreOutcome(ctx, data),
}
