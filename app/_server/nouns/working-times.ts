import { listCountries } from '#db/calendar/holidays.ts'
import { addDayOff, removeDayOff, removeWorkingTime, setWorkingTime } from '#db/commands/working-times.ts'
import { listWorkingTimes } from '#db/queries/working-times.ts'
import * as times from '#lib/contract/working-times.ts'
import { bind } from '../bind.ts'

export const workingTimesHandlers = [
  bind(times.listWorkingTimes, (context, input) => listWorkingTimes(context.ctx(), input)),
  bind(times.setWorkingTime, (context, input) => setWorkingTime(context.ctx(), input)),
  bind(times.removeWorkingTime, (context, input) => removeWorkingTime(context.ctx(), input)),
  bind(times.addDayOff, (context, input) => addDayOff(context.ctx(), input)),
  bind(times.removeDayOff, (context, input) => removeDayOff(context.ctx(), input)),
  bind(times.listCountries, async () => ({ items: await listCountries() })),
]
