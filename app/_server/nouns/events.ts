import { undoEvent } from '#db/commands/undo.ts'
import { compareTexts } from '#db/queries/event-texts.ts'
import { checkChain, listEvents } from '#db/queries/events.ts'
import { listMyEvents } from '#db/queries/my-events.ts'
import * as events from '#lib/contract/events.ts'
import { keep } from '../keep.ts'

export const eventsKept = [
  keep(events.checkChain, (door) => checkChain(door.ctx())),
  keep(events.listEvents, (door, input) => listEvents(door.ctx(), input)),
  keep(events.listMyEvents, (door, input) => listMyEvents(door.ctx(), input)),
  keep(events.compareTexts, (door, input) => compareTexts(door.ctx(), input)),
  keep(events.undoEvent, (door, input) => undoEvent(door.ctx(), input)),
]
