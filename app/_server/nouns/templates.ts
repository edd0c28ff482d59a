import { beginTemplates, createTemplate, editTemplate, removeTemplate } from '#db/commands/templates.ts'
import { listTemplates } from '#db/queries/templates.ts'
import * as templates from '#lib/contract/templates.ts'
import { bind } from '../bind.ts'

export const templatesHandlers = [
  bind(templates.listTemplates, (context) => listTemplates(context.ctx())),
  bind(templates.createTemplate, (context, input) => createTemplate(context.ctx(), input)),
  bind(templates.beginTemplates, (context) => beginTemplates(context.ctx())),
  bind(templates.editTemplate, (context, input) => editTemplate(context.ctx(), input)),
  bind(templates.removeTemplate, (context, input) => removeTemplate(context.ctx(), input)),
]
