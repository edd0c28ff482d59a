import type { Activity, Occurrence } from '#lib/contract/activities.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** The latest occurrence that waits for a record by now; of what Saydo records automatically, none. */
export const dueToRecord = (
  { derived, mayRecord, occurrences }: Activity,
  today: PlainDate,
): Occurrence | null =>
  derived || !mayRecord
    ? null
    : (occurrences.findLast(({ day, state }) => day <= today && (state === 'missed' || state === 'open')) ??
      null)
