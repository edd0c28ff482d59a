import { editCall, noteCall, removeCall } from '#db/commands/calls/calls.ts'
import { listCalls } from '#db/queries/calls.ts'
import * as calls from '#lib/contract/calls.ts'
import { bind } from '../bind.ts'

export const callsHandlers = [
  bind(calls.listCalls, (context, input) => listCalls(context.ctx(), input)),
  bind(calls.noteCall, (context, input) => noteCall(context.ctx(), input)),
  bind(calls.editCall, (context, input) => editCall(context.ctx(), input)),
  bind(calls.removeCall, (context, input) => removeCall(context.ctx(), input)),
]
