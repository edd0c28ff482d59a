import type { Undoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { boardsBack } from './boards/back.ts'
import { epicsBack } from './epics-back.ts'
import { groupsBack } from './groups-back.ts'
import { issuesBack } from './issues/back.ts'
import { labelsBack } from './labels-back.ts'
import { milestonesBack } from './milestones-back.ts'
import { invitationsBack, peopleBack } from './people-back.ts'
import { scopeBack, teamsBack } from './teams-back.ts'
import { templatesBack } from './templates-back.ts'
import { viewsBack } from './views-back.ts'
import type { ToUndo, WayBack } from './way-back.ts'
import { weighingsBack } from './weighings/back.ts'

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

export function takeBack<T extends Undoable>(ctx: Ctx, event: ToUndo<T>): Promise<unknown> {
  const way: WayBack<T> = WAYS[event.type]
  return way(ctx, event)
}
