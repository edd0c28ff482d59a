import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { atTime, clockIn, dayIn } from '#lib/kit/zone.ts'

import { quietAt } from './inbox-hours.ts'

/** When a person works, on their own clock. `works` is asked for days up to `lastOn`, the last one that is known. */
export type WorkingLife = {
  zone: string
  works: (day: PlainDate) => boolean
  lastOn: PlainDate
  /** Times of day as 'HH:MM'. */
  quiet: { from: string; to: string } | null
}

/** A mention outside of these hours begins to wait with the next working day. */
export const [MORNING, EVENING] = ['09:00', '18:00']
/** What was due longer ago is an old story when it is found. */
export const LATEST_MS = 7 * 86_400_000
/** For so many days a mention may wait for a person who is away. */
export const LONGEST_DAYS = 60

/**
 * Handbook › Acknowledgement of Pings: "If you are pinged by name …, please acknowledge it". When the person is reminded: once
 * a working day of theirs has passed, on a day on which they work, outside of their quiet hours. Null where that is not
 * known yet.
 */
export function remindAt(mentionedAt: Date, life: WorkingLife): Date | null {
  const { zone } = life
  const [day, time] = [dayIn(zone, mentionedAt), clockIn(zone, mentionedAt)]
  const isInHours = life.works(day) && time < EVENING
  const begun = isInHours ? day : workingDayAfter(day, life)
  const due = begun && workingDayAfter(begun, life)
  if (!due) return null
  return outsideQuiet(atTime(zone, due, isInHours && time > MORNING ? time : MORNING), life)
}

function workingDayAfter(day: PlainDate, { works, lastOn }: WorkingLife): PlainDate | null {
  for (let next = addDays(day, 1); next <= lastOn; next = addDays(next, 1)) if (works(next)) return next
  return null
}

/** Later where it is quiet then, and still on a day of work. */
function outsideQuiet(at: Date, life: WorkingLife): Date | null {
  const { zone, quiet } = life
  const until = (quiet && quietAt({ ...quiet, zone }, at)?.until) ?? at
  const day = dayIn(zone, until)
  if (until === at || life.works(day)) return until
  const next = workingDayAfter(day, life)
  return next === null ? null : outsideQuiet(atTime(zone, next, MORNING), life)
}

/** Whether the person is reminded by now; a mention is reminded of once, and not long after it was due. */
export function isReminderDue(mentionedAt: Date, life: WorkingLife, now: Date): boolean {
  const due = remindAt(mentionedAt, life)?.getTime()
  return due !== undefined && due <= now.getTime() && now.getTime() - due < LATEST_MS
}
