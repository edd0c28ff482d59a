import { applySandbox } from '#db/commands/sandboxes/apply.ts'
import { addSandboxChange, removeSandboxChange } from '#db/commands/sandboxes/changes.ts'
import { dropSandbox, openSandbox } from '#db/commands/sandboxes/open.ts'
import { readSandbox } from '#db/queries/sandbox-view.ts'
import { listSandboxes } from '#db/queries/sandboxes.ts'
import * as sandboxes from '#lib/contract/sandboxes.ts'
import { bind } from '../bind.ts'

export const sandboxesHandlers = [
  bind(sandboxes.listSandboxes, (context, input) => listSandboxes(context.ctx(), input)),
  bind(sandboxes.openSandbox, (context, input) => openSandbox(context.ctx(), input)),
  bind(sandboxes.readSandbox, (context, input) => readSandbox(context.ctx(), input)),
  bind(sandboxes.addSandboxChange, (context, input) => addSandboxChange(context.ctx(), input)),
  bind(sandboxes.removeSandboxChange, (context, input) => removeSandboxChange(context.ctx(), input)),
  bind(sandboxes.applySandbox, (context, input) => applySandbox(context.ctx(), input)),
  bind(sandboxes.dropSandbox, (context, input) => dropSandbox(context.ctx(), input)),
]
