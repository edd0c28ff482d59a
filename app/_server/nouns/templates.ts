import { beginTemplates, createTemplate, editTemplate, removeTemplate } from '#db/commands/templates.ts'
import { listTemplates } from '#db/queries/templates.ts'
import * as templates from '#lib/contract/templates.ts'
import { keep } from '../keep.ts'

export const templatesKept = [
  keep(templates.listTemplates, (door) => listTemplates(door.ctx())),
  keep(templates.createTemplate, (door, input) => createTemplate(door.ctx(), input)),
  keep(templates.beginTemplates, (door) => beginTemplates(door.ctx())),
  keep(templates.editTemplate, (door, input) => editTemplate(door.ctx(), input)),
  keep(templates.removeTemplate, (door, input) => removeTemplate(door.ctx(), input)),
]
