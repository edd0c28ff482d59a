import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'

import { WEEKDAYS } from '../week-text.ts'

/** When the weekly sync of a group is: 1 = Monday … 7 = Sunday, null for never; HH:MM in its zone; minutes. */
export type SyncTurn = { syncDay: number | null; syncTime: string; syncMinutes: number }

/** What a group has that has not chosen a time. */
export const USUAL_SYNC = { syncDay: 4, syncTime: '15:00', syncMinutes: 30 } satisfies SyncTurn

/** Minutes. */
export const LEAST_SYNC = 5
export const MOST_SYNC = 240

/** “Every Thursday at 15:00, 30 minutes.” */
export const syncTurnText = ({ syncDay, syncTime, syncMinutes }: SyncTurn): string =>
  syncDay === null
    ? 'Not planned.'
    : `Every ${WEEKDAYS[syncDay - 1] ?? 'week'} at ${syncTime}, ${syncMinutes} minutes.`

/** The first day of the weekly sync on or after a day; null where the group has none. */
export function syncDayFrom({ syncDay }: Pick<SyncTurn, 'syncDay'>, day: PlainDate): PlainDate | null {
  if (syncDay === null) return null
  return addDays(day, (syncDay - weekday(day) + 7) % 7)
}
