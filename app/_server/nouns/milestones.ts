import { closeMilestone } from '#db/commands/closing/close.ts'
import { reopenMilestone } from '#db/commands/closing/reopen.ts'
import { createMilestone, editMilestone } from '#db/commands/milestones.ts'
import { readClosing } from '#db/queries/closing.ts'
import { listMilestones } from '#db/queries/milestones.ts'
import { listOutcomes } from '#db/queries/outcomes.ts'
import * as closing from '#lib/contract/closing.ts'
import { editGoals } from '#db/commands/milestone-goals.ts'
import { keptMilestone } from '#db/queries/milestone-overview.ts'
import * as overviews from '#lib/contract/milestone-overview.ts'
import * as milestones from '#lib/contract/milestones.ts'
import { exportBurnUp as burnUpFile, readBurnUp } from '#lib/contract/burn-up.ts'
import { readForecast } from '#lib/contract/forecast.ts'
import { keptBurnUp } from '#db/queries/burn-up-view.ts'
import { keptForecast } from '#db/queries/forecast.ts'
import { exportBurnUp } from '../export-burn-up.ts'
import { bind } from '../bind.ts'

export const milestonesHandlers = [
  bind(milestones.listMilestones, (context) => listMilestones(context.ctx())),
  bind(milestones.createMilestone, (context, input) => createMilestone(context.ctx(), input)),
  bind(milestones.editMilestone, (context, input) => editMilestone(context.ctx(), input)),
  bind(closing.readClosing, (context, input) => readClosing(context.ctx(), input)),
  bind(closing.closeMilestone, (context, input) => closeMilestone(context.ctx(), input)),
  bind(closing.reopenMilestone, (context, input) => reopenMilestone(context.ctx(), input)),
  bind(closing.listOutcomes, (context, input) => listOutcomes(context.ctx(), input)),
  bind(overviews.readMilestone, (context, { milestone }) =>
    keptMilestone(context.ctx(), context.newest, { milestone }),
  ),
  bind(readForecast, (context, { milestone }) => keptForecast(context.ctx(), context.newest, { milestone })),
  bind(readBurnUp, (context, { milestone }) => keptBurnUp(context.ctx(), context.newest, { milestone })),
  bind(burnUpFile, exportBurnUp),
  bind(overviews.editGoals, (context, input) => editGoals(context.ctx(), input)),
]
