import { createActivity, editActivity, removeActivity } from '#db/commands/activities/activities.ts'
import { recordOccurrence, withdrawOccurrence } from '#db/commands/activities/record.ts'
import { answerShare, endShare, shareActivity } from '#db/commands/activities/share.ts'
import { listActivities, listOccurrences } from '#db/queries/activities.ts'
import * as activities from '#lib/contract/activities.ts'
import { bind } from '../bind.ts'

export const activitiesHandlers = [
  bind(activities.listActivities, (context) => listActivities(context.ctx())),
  bind(activities.createActivity, (context, input) => createActivity(context.ctx(), input)),
  bind(activities.editActivity, (context, input) => editActivity(context.ctx(), input)),
  bind(activities.removeActivity, (context, input) => removeActivity(context.ctx(), input)),
  bind(activities.listOccurrences, (context, input) => listOccurrences(context.ctx(), input)),
  bind(activities.recordOccurrence, (context, input) => recordOccurrence(context.ctx(), input)),
  bind(activities.withdrawOccurrence, (context, input) => withdrawOccurrence(context.ctx(), input)),
  bind(activities.shareActivity, (context, input) => shareActivity(context.ctx(), input)),
  bind(activities.answerShare, (context, input) => answerShare(context.ctx(), input)),
  bind(activities.endShare, (context, input) => endShare(context.ctx(), input)),
]
