import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { eventsInPlace } from './in-place.ts'
import { eventAt, momentOf } from './testing/events.ts'

test('a changed occurrence stands in the place of the one that it replaces, not beside the series', () => {
  const daily = eventAt('2026-12-21', '2026-12-22', { uid: 'leave', rules: ['FREQ=DAILY'] })
  const moved = eventAt('2026-12-28', '2026-12-29', { uid: 'leave', replaces: momentOf('2026-12-23') })
  const other = eventAt('2026-12-21', '2026-12-22', { uid: 'other' })
  expect(eventsInPlace([moved, other, daily])).toEqual([
    { event: daily, instead: [moved] },
    { event: other, instead: [] },
  ])
})

test('of an event that a file holds twice the newest version counts, and of two alike the later one', () => {
  const [old, latest] = [eventAt('2026-12-21', null), eventAt('2026-12-22', null, { sequence: 3 })]
  expect(eventsInPlace([latest, old])).toEqual([{ event: latest, instead: [] }])
  const again = eventAt('2026-12-24', null, { sequence: 3 })
  expect(eventsInPlace([latest, again])).toEqual([{ event: again, instead: [] }])
})

test('each moment is replaced by its newest version, and the same clock in two zones is two moments', () => {
  const series = eventAt('2026-12-21T09:00 Europe/Berlin', '2026-12-21T17:00 Europe/Berlin')
  const change = (zone: string, sequence: number) =>
    eventAt('2026-12-24T09:00', null, { replaces: momentOf(`2026-12-23T09:00 ${zone}`), sequence })
  const [first, second, elsewhere] = [
    change('Europe/Berlin', 1),
    change('Europe/Berlin', 2),
    change('Asia/Tokyo', 1),
  ]
  const [one] = eventsInPlace([series, second, first, elsewhere])
  expect(one?.instead).toEqual([second, elsewhere])
})

test('a changed occurrence that a file holds alone is an event of its own', () => {
  const alone = eventAt('2026-12-28', null, { replaces: momentOf('2026-12-23') })
  expect(eventsInPlace([alone])).toEqual([{ event: { ...alone, replaces: null }, instead: [] }])
})

test('events without a name are never taken for one another', () => {
  const [a, b] = [eventAt('2026-12-21', null, { uid: '' }), eventAt('2026-12-22', null, { uid: '' })]
  expect(eventsInPlace([a, b]).map(({ event }) => event)).toEqual([a, b])
})

test('nothing of a calendar is invented: each event that comes out went in', () => {
  const one = record({
    uid: constantFrom('a', 'b', ''),
    sequence: integer({ min: 0, max: 2 }),
    replaces: constantFrom(null, momentOf('2026-12-23'), momentOf('2026-12-24')),
  }).map((facts) => eventAt('2026-12-21', '2026-12-22', facts))
  assert(
    property(array(one, { maxLength: 8 }), (events) => {
      const series = eventsInPlace(events)
      const count = series.reduce((sum, { instead }) => sum + 1 + instead.length, 0)
      expect(count).toBeLessThanOrEqual(events.length)
      for (const { event, instead } of series) {
        expect(event.replaces, 'what heads a series replaces nothing').toBeNull()
        for (const change of instead) expect(change.uid).toBe(event.uid)
      }
    }),
  )
})
