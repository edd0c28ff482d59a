import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { capacityView } from '#components/capacity/testing/capacity.ts'
import { daysOf } from '#lib/domain/working-times.ts'
import { addDays } from '#lib/kit/plain-date.ts'

import { weightWith } from './capacity-change.ts'

/** Two weeks from a Saturday, 10 working days. */
const [FROM, TO] = ['2026-11-14', '2026-11-27']
const membership = (team: string, percent: number) => ({
  id: 1,
  team,
  person: 'julie',
  name: 'Julie Huang',
  kind: 'main' as const,
  percent,
  from: '2026-01-01',
  to: null,
})
const known = {
  person: 'julie',
  view: capacityView([]),
  memberships: [membership('selection', 100)],
  days: daysOf({ times: [], holidays: [] }, FROM, TO),
}
const away = (fromOn: string, toOn = fromOn, halves: { fromNoon?: boolean; untilNoon?: boolean } = {}) => ({
  fromOn,
  toOn,
  fromNoon: false,
  untilNoon: false,
  ...halves,
})

test('a person who is there all the time has half a weight for each working day', () => {
  expect(weightWith(known, [])).toBe(5)
})

test('a day away costs half a weight, half a day a quarter, and a weekend nothing', () => {
  expect(weightWith(known, [away('2026-11-16')])).toBe(4.5)
  expect(weightWith(known, [away('2026-11-16', '2026-11-17', { fromNoon: true })])).toBeCloseTo(4.3, 5)
  expect(weightWith(known, [away('2026-11-14', '2026-11-15')])).toBe(5)
})

test('entries of one day are no more than that day', () => {
  const day = away('2026-11-16')
  expect(weightWith(known, [day, day])).toBe(weightWith(known, [day]))
})

test('only the memberships of the person count, each by its share', () => {
  const half = { ...known, memberships: [membership('selection', 50)] }
  expect(weightWith(half, [])).toBe(2.5)
  const other = { ...membership('selection', 100), person: 'cindy' }
  expect(weightWith({ ...half, memberships: [...half.memberships, other] }, [])).toBe(2.5)
  expect(weightWith({ ...known, memberships: [] }, [])).toBe(0)
})

test('a week of triage takes the share of the group of what is left of it', () => {
  const duty = { team: 'selection', weekOn: '2026-11-16', person: 'julie', name: 'Julie Huang' }
  const view = capacityView([], { duties: [duty] })
  expect(weightWith({ ...known, view }, [])).toBe(3.8)
})

test('more time off never gives more weight, and none is ever less than nothing', () => {
  assert(
    property(integer({ min: 0, max: 13 }), integer({ min: 0, max: 13 }), (start, length) => {
      const entry = away(addDays(FROM, start), addDays(FROM, start + length))
      const [one, two] = [weightWith(known, [entry]), weightWith(known, [entry, away(FROM, '2026-11-18')])]
      expect(one).toBeLessThanOrEqual(5)
      expect(two).toBeLessThanOrEqual(one)
      expect(two).toBeGreaterThanOrEqual(0)
    }),
  )
})
