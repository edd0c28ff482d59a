import type { CalendarEvent } from '#lib/kit/ics/event.ts'

/** An event, with what stands in the place of some of its occurrences. */
export type Series = { event: CalendarEvent; instead: CalendarEvent[] }

/** Puts changed occurrences to the series that they belong to. Of an event that is there twice, the newest version counts. */
export function eventsInPlace(events: CalendarEvent[]): Series[] {
  const byUid = Map.groupBy(events, ({ uid }, index) => uid || `without a name ${index}`)
  return [...byUid.values()].flatMap((alike) => {
    const latest = new Map<string, CalendarEvent>()
    for (const event of alike) {
      const place = event.replaces
        ? `${event.replaces.day} ${event.replaces.time} ${event.replaces.zone}`
        : ''
      const known = latest.get(place)
      if (!known || event.sequence >= known.sequence) latest.set(place, event)
    }
    const event = latest.get('')
    const instead = [...latest.values()].filter(({ replaces }) => replaces !== null)
    if (event) return [{ event, instead }]
    // A file may hold a changed occurrence alone.
    return instead.map((one) => ({ event: { ...one, replaces: null }, instead: [] }))
  })
}
