import { createMilestone, editMilestone } from '#db/commands/milestones.ts'
import { listMilestones } from '#db/queries/milestones.ts'
import * as milestones from '#lib/contract/milestones.ts'
import { keep } from '../keep.ts'

export const milestonesKept = [
  keep(milestones.listMilestones, (door) => listMilestones(door.ctx())),
  keep(milestones.createMilestone, (door, input) => createMilestone(door.ctx(), input)),
  keep(milestones.editMilestone, (door, input) => editMilestone(door.ctx(), input)),
]
