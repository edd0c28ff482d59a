import { changeLabel, createLabel, removeLabel } from '#db/commands/labels.ts'
import { listLabels, listLabelUses } from '#db/queries/labels.ts'
import * as labels from '#lib/contract/labels.ts'
import { bind } from '../bind.ts'

export const labelsHandlers = [
  bind(labels.listLabels, (context) => listLabels(context.ctx())),
  bind(labels.createLabel, (context, input) => createLabel(context.ctx(), input)),
  bind(labels.changeLabel, (context, input) => changeLabel(context.ctx(), input)),
  bind(labels.removeLabel, (context, input) => removeLabel(context.ctx(), input)),
  bind(labels.listLabelUses, (context) => listLabelUses(context.ctx())),
]
