import { setFeed, setFeedParts } from '#db/commands/calendar-feeds.ts'
import { importTimeOff } from '#db/commands/time-off-import.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from '#db/commands/time-off.ts'
import { listFeeds } from '#db/queries/calendar-feeds.ts'
import { listTimeOff } from '#db/queries/time-off.ts'
import * as calendarFiles from '#lib/contract/calendar-files.ts'
import * as timeOff from '#lib/contract/time-off.ts'
import { bind } from '../bind.ts'

export const timeOffHandlers = [
  bind(timeOff.listTimeOff, (context, input) => listTimeOff(context.ctx(), input)),
  bind(timeOff.addTimeOff, (context, input) => addTimeOff(context.ctx(), input)),
  bind(timeOff.editTimeOff, (context, input) => editTimeOff(context.ctx(), input)),
  bind(timeOff.removeTimeOff, (context, input) => removeTimeOff(context.ctx(), input)),
  bind(calendarFiles.importTimeOff, (context, input) => importTimeOff(context.ctx(), input)),
  bind(calendarFiles.listFeeds, (context) => listFeeds(context.ctx())),
  bind(calendarFiles.setFeed, (context, input) => setFeed(context.ctx(), input)),
  bind(calendarFiles.setFeedParts, (context, input) => setFeedParts(context.ctx(), input)),
]
