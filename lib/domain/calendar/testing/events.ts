import type { CalendarEvent, Moment } from '#lib/kit/ics/event.ts'

/** “2026-12-21” is a day; “2026-12-21T09:00 America/New_York” a moment there, without a zone the reader's. */
export function momentOf(text: string): Moment {
  const [at = '', zone = null] = text.split(' ')
  const [day = '', time = null] = at.split('T')
  return { day, time, zone }
}

/** An event that is held once, except for what a test says. */
export const eventAt = (
  start: string,
  end: string | null,
  more: Partial<CalendarEvent> = {},
): CalendarEvent => ({
  uid: 'a',
  sequence: 0,
  title: 'Away',
  start: momentOf(start),
  end: end === null ? null : momentOf(end),
  duration: null,
  rules: [],
  added: [],
  except: [],
  replaces: null,
  unsupported: false,
  cancelled: false,
  free: false,
  outOfOffice: true,
  ...more,
})
