import { calendarText, type Span, type WrittenEvent } from '#lib/kit/ics/write.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { atTime } from '#lib/kit/zone.ts'
import type { TimeOffDays } from '../time-off.ts'
import type { FeedOf } from './feed-names.ts'

export type FeedEntry = TimeOffDays & { id: number; name: string; createdAt: Date }

type Feed = { of: FeedOf; group: { slug: string; name: string; zone: string }; person: string }

/**
 * The calendar that a feed gives: who is away when, and never why. One's own absences take the time of the reader;
 * those of the group do not.
 */
export const feedText = (
  { of, group, person }: Feed,
  entries: readonly FeedEntry[],
  /** What else its owner has chosen. */
  events: readonly WrittenEvent[] = [],
): string =>
  calendarText(`${of === 'me' ? person : group.name}: ${events.length === 0 ? 'away' : 'calendar'}`, [
    ...entries.map((entry) => ({
      uid: `time-off-${entry.id}@${group.slug}.saydo`,
      title: of === 'me' ? 'Away' : `${entry.name} away`,
      span: spanOf(entry, group.zone),
      at: entry.createdAt,
      busy: of === 'me',
    })),
    ...events,
  ])

/** Calendars know days and hours. A half day is the hours in which the import finds it again. */
function spanOf({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays, zone: string): Span {
  if (!fromNoon && !untilNoon) return { from: fromOn, to: toOn }
  const [morning, evening] =
    fromOn === toOn
      ? [
          { day: fromOn, time: '08:00' },
          { day: toOn, time: '17:00' },
        ]
      : [
          { day: fromOn, time: '00:00' },
          { day: addDays(toOn, 1), time: '00:00' },
        ]
  const begins = fromNoon ? { day: fromOn, time: '12:00' } : morning
  const ends = untilNoon ? { day: toOn, time: '12:00' } : evening
  return { begins: atTime(zone, begins.day, begins.time), ends: atTime(zone, ends.day, ends.time) }
}
