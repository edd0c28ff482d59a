import { type Unclaimed, unclaimedText } from '../unclaimed.ts'
import { WATCHERS } from '../telling.ts'
import { event, reason } from './row.ts'

type Recorded = Unclaimed & { id: number }

/** What is recorded of work that no one drives. */
export const drisEvents = {
  'dri.unclaimed': event<Recorded>({
    sentence: (data, it) => `recorded no volunteer for ${it}${reason(unclaimedText(data))}`,
    things: ({ id }) => [`unclaimed ${id}`],
    tells: () => WATCHERS,
  }),
  'dri.unclaimed_removed': event<Recorded>({
    sentence: (_, it) => `removed the record of no volunteer for ${it}`,
    things: ({ id }) => [`unclaimed ${id}`],
  }),
}
