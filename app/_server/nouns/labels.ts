import { changeLabel, createLabel, removeLabel } from '#db/commands/labels.ts'
import { listLabels, listLabelUses } from '#db/queries/labels.ts'
import * as labels from '#lib/contract/labels.ts'
import { keep } from '../keep.ts'

export const labelsKept = [
  keep(labels.listLabels, (door) => listLabels(door.ctx())),
  keep(labels.createLabel, (door, input) => createLabel(door.ctx(), input)),
  keep(labels.changeLabel, (door, input) => changeLabel(door.ctx(), input)),
  keep(labels.removeLabel, (door, input) => removeLabel(door.ctx(), input)),
  keep(labels.listLabelUses, (door) => listLabelUses(door.ctx())),
]
