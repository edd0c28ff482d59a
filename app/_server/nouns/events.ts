import { undoEvent } from '#db/commands/undo.ts'
import { daysAsked, keptDays } from '#db/queries/days.ts'
import { compareTexts } from '#db/queries/event-texts.ts'
import { checkChain, listEvents } from '#db/queries/events.ts'
import { listMyEvents } from '#db/queries/my-events.ts'
import * as events from '#lib/contract/events.ts'
import { bind } from '../bind.ts'

export const eventsHandlers = [
  bind(events.checkChain, (context) => checkChain(context.ctx())),
  bind(events.listEvents, (context, input) => listEvents(context.ctx(), input)),
  bind(events.listDays, (context, input) =>
    keptDays(context.ctx(), context.newest, daysAsked(context.ctx(), input)),
  ),
  bind(events.listMyEvents, (context, input) => listMyEvents(context.ctx(), input)),
  bind(events.compareTexts, (context, input) => compareTexts(context.ctx(), input)),
  bind(events.undoEvent, (context, input) => undoEvent(context.ctx(), input)),
]
