import { authorise } from '../../context.ts'
import { callById } from '../../queries/calls.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { addCall, removeCall, writeCall } from './calls.ts'

export const callsUndo: UndoHandlers<'call'> = {
  'call.noted': (ctx, { data }) => removeCall(ctx, { call: data.id }),
  'call.removed': (ctx, { data }) => {
    authorise(ctx, 'call.note')
    return addCall(ctx, data)
  },
  'call.edited': async (ctx, { data }) => {
    authorise(ctx, 'call.note')
    return writeCall(ctx, await callById(ctx, data.id), data.from)
  },
}
