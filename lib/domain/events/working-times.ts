import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PersonRef } from '../event-refs.ts'
import { weekText } from '../week-text.ts'
import type { Place, Week } from '../working-times.ts'
import { event } from './row.ts'
import type { Reopened } from './time-off.ts'

/** `country` and `region` are empty for those of the group. */
export type WorkingTimeData = Place & { week: Week }
/** `reopened`: confirmations of capacity that no longer hold; missing in older events. */
type OfPerson = { person: PersonRef; from: PlainDate; reopened?: Reopened[] }
type DayOff = { day: PlainDate; name: string }

const things = ({ person, from }: OfPerson) => [`working_time ${person.id} ${from}`]

export const workingTimeEvents = {
  /** `was`: what held from that very day until now; null where it is new. */
  'working_time.set': event<OfPerson & WorkingTimeData & { was: WorkingTimeData | null }>({
    sentence: ({ person, from, week, country, region, was }) => {
      const where =
        country && (country !== was?.country || region !== was.region) ? `, ${place(country, region)}` : ''
      return `set the working week of ${person.name} from ${from}: ${weekText(week)}${where}`
    },
    things,
  }),
  'working_time.removed': event<OfPerson & WorkingTimeData>({
    sentence: ({ person, from }) => `removed the working week of ${person.name} from ${from}`,
    things,
  }),
  'day_off.added': event<DayOff>({
    sentence: ({ day, name }) => `added the day off ${name}, ${day}`,
    things: ({ day }) => [`day_off ${day}`],
  }),
  'day_off.removed': event<DayOff>({
    sentence: ({ day, name }) => `removed the day off ${name}, ${day}`,
    things: ({ day }) => [`day_off ${day}`],
  }),
}

const place = (country: string, region: string) => `holidays of ${region ? `${country}-${region}` : country}`
