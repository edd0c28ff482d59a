import type { Undoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { boardsBack } from './boards/boards.undo.ts'
import { epicsBack } from './epics.undo.ts'
import { groupsBack } from './groups.undo.ts'
import { issuesBack } from './issues/issues.undo.ts'
import { labelsBack } from './labels.undo.ts'
import { milestonesBack } from './milestones.undo.ts'
import { invitationsBack, peopleBack } from './people.undo.ts'
import { scopeBack, teamsBack } from './teams.undo.ts'
import { templatesBack } from './templates.undo.ts'
import { viewsBack } from './views.undo.ts'
import type { ToUndo, WayBack } from './undo-handler.ts'
import { weighingsBack } from './weighings/weighings.undo.ts'

/** One inverse for every event that has one; the compiler insists on all of them. */
const WAYS: { [T in Undoable]: WayBack<T> } = {
  ...boardsBack,
  ...epicsBack,
  ...groupsBack,
  ...invitationsBack,
  ...issuesBack,
  ...labelsBack,
  ...milestonesBack,
  ...peopleBack,
  ...scopeBack,
  ...teamsBack,
  ...templatesBack,
  ...viewsBack,
  ...weighingsBack,
}

export function undoPart<T extends Undoable>(ctx: Ctx, event: ToUndo<T>): Promise<unknown> {
  const way: WayBack<T> = WAYS[event.type]
  return way(ctx, event)
}
