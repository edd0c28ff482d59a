import type { Undoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { boardsUndo } from './boards/boards.undo.ts'
import { activitiesUndo } from './activities/activities.undo.ts'
import { callsUndo } from './calls/calls.undo.ts'
import { capacityUndo, dutiesUndo } from './capacity/capacity.undo.ts'
import { drisUndo } from './dris.undo.ts'
import { epicsUndo } from './epics.undo.ts'
import { groupsUndo } from './groups.undo.ts'
import { handsUndo } from './hands/hands.undo.ts'
import { issuesUndo } from './issues/issues.undo.ts'
import { labelsUndo } from './labels.undo.ts'
import { milestonesUndo } from './milestones.undo.ts'
import { modelsUndo, readinessUndo } from './models/models.undo.ts'
import { invitationsUndo, peopleUndo } from './people.undo.ts'
import { planningIssueUndo, planningTemplateUndo } from './planning-issue/planning-issue.undo.ts'
import { planStepsUndo, planUndo } from './plan/plan.undo.ts'
import { pushBacksUndo } from './push-backs/push-backs.undo.ts'
import { retrospectivesUndo } from './retrospectives/retrospectives.undo.ts'
import { sandboxesUndo } from './sandboxes/sandboxes.undo.ts'
import { agendaUndo } from './syncs/syncs.undo.ts'
import { scopeUndo, teamsUndo } from './teams.undo.ts'
import { templatesUndo } from './templates.undo.ts'
import { timeOffUndo } from './time-off.undo.ts'
import { updatesUndo } from './updates/updates.undo.ts'
import { viewsUndo } from './views.undo.ts'
import type { ToUndo, UndoHandler } from './undo-handler.ts'
import { weighingsUndo } from './weighings/weighings.undo.ts'
import { workingTimesUndo } from './working-times.undo.ts'

/** One handler for every event that can be undone; the compiler insists on all of them. */
const UNDO_HANDLERS: { [T in Undoable]: UndoHandler<T> } = {
  ...activitiesUndo,
  ...agendaUndo,
  ...boardsUndo,
  ...callsUndo,
  ...capacityUndo,
  ...dutiesUndo,
  ...drisUndo,
  ...epicsUndo,
  ...groupsUndo,
  ...handsUndo,
  ...invitationsUndo,
  ...issuesUndo,
  ...labelsUndo,
  ...milestonesUndo,
  ...modelsUndo,
  ...peopleUndo,
  ...planningIssueUndo,
  ...planningTemplateUndo,
  ...planStepsUndo,
  ...planUndo,
  ...pushBacksUndo,
  ...readinessUndo,
  ...retrospectivesUndo,
  ...sandboxesUndo,
  ...scopeUndo,
  ...teamsUndo,
  ...templatesUndo,
  ...timeOffUndo,
  ...updatesUndo,
  ...viewsUndo,
  ...weighingsUndo,
  ...workingTimesUndo,
}

export function undoPart<T extends Undoable>(ctx: Ctx, event: ToUndo<T>): Promise<unknown> {
  const undo: UndoHandler<T> = UNDO_HANDLERS[event.type]
  return undo(ctx, event)
}
