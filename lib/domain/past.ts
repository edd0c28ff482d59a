import { isPlainDate, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** The rule by which a look into the past waits for those of others: everything else answers meanwhile. */
export const PAST_BUSY = 'past_busy'

/**
 * Which moment of the past a reader means: an instant, or the end of a day in the group's time zone, which of today is now.
 * @param began when the first event of the group happened
 */
export function momentMeant(
  text: string,
  { now, began, today, endOf }: { now: Date; began: Date; today: PlainDate; endOf: (day: PlainDate) => Date },
): { moment: Date } | { refusal: Refusal } {
  const moment = isPlainDate(text)
    ? text === today
      ? now
      : new Date(endOf(text).getTime() - 1)
    : new Date(text)
  if (moment > now) {
    return { refusal: { code: 'not_past', because: 'This moment has not come yet. Choose one in the past.' } }
  }
  if (moment < began) {
    const day = began.toISOString().slice(0, 10)
    return { refusal: { code: 'before_group', because: `The group began on ${day}. Choose a later moment.` } }
  }
  return { moment }
}
