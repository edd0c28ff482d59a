import { createPlanningIssue } from '#db/commands/planning-issue/create.ts'
import { freezePlanning, unfreezePlanning } from '#db/commands/planning-issue/freeze.ts'
import { postCapacity } from '#db/commands/planning-issue/post.ts'
import { setPriorities } from '#db/commands/planning-issue/priorities.ts'
import { editPlanningTemplate } from '#db/commands/planning-issue/planning-template.ts'
import { readPlanningIssue } from '#db/queries/planning-issue.ts'
import { listPriorities } from '#db/queries/planning-priorities.ts'
import { readPlanningTemplate } from '#db/queries/planning-template.ts'
import * as planning from '#lib/contract/planning-issue.ts'
import { publicUrl } from '../auth/site.ts'
import { bind } from '../bind.ts'

export const planningIssueHandlers = [
  bind(planning.readPlanningIssue, (context, input) =>
    readPlanningIssue(context.ctx(), input, publicUrl().origin),
  ),
  bind(planning.createPlanningIssue, (context, input) => createPlanningIssue(context.ctx(), input)),
  bind(planning.listPriorities, (context, input) => listPriorities(context.ctx(), input)),
  bind(planning.setPriorities, (context, input) => setPriorities(context.ctx(), input)),
  bind(planning.postCapacity, (context, input) => postCapacity(context.ctx(), input)),
  bind(planning.freezePlanning, (context, input) => freezePlanning(context.ctx(), input)),
  bind(planning.unfreezePlanning, (context, input) => unfreezePlanning(context.ctx(), input)),
  bind(planning.readPlanningTemplate, (context, input) => readPlanningTemplate(context.ctx(), input)),
  bind(planning.editPlanningTemplate, (context, input) => editPlanningTemplate(context.ctx(), input)),
]
