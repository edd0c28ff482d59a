import type { UndoHandlers } from '../undo-handler.ts'
import { lowerAgain, redoHelp, removeHand, reopenHand, restoreHand, undoHelp } from './hands.ts'

export const handsUndo: UndoHandlers<'hand'> = {
  'hand.raised': (ctx, { data }) => removeHand(ctx, data),
  'hand.removed': (ctx, { data }) => restoreHand(ctx, data),
  'hand.helped': (ctx, { data }) => undoHelp(ctx, data),
  'hand.help_withdrawn': (ctx, { data }) => redoHelp(ctx, data),
  'hand.lowered': (ctx, { data }) => reopenHand(ctx, data),
  'hand.reopened': (ctx, { data }) => lowerAgain(ctx, data),
}
