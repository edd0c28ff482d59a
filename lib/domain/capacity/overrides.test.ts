import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachDay } from '#lib/kit/plain-date.ts'
import { capacityOf } from './capacity.ts'
import { DAY_TERMS, type Override } from './terms.ts'
import { DUE, input, member, START, usual } from './testing.ts'

const days = eachDay(START, DUE)
const away = usual(days, (day) => ({ away: day >= '2026-12-28' && day <= '2027-01-05' ? 1 : 0 }))
const people = new Map([['julie', away]])
const override = (facts: Partial<Override>): Override => ({
  person: 'julie',
  team: null,
  weekOn: null,
  term: 'timeOff',
  value: 3,
  ...facts,
})
const rowWith = (...overrides: Override[]) => {
  const memberships = [
    member('julie', 'selection', { share: 0.6 }),
    member('julie', 'connectivity', { share: 0.4 }),
  ]
  return capacityOf(input({ people, memberships, overrides })).rows
}

test('a value for the whole milestone is spread as the counted days lie, and the weeks add up to it', () => {
  const [selection, connectivity] = rowWith(override({}))
  expect(selection).toMatchObject({ timeOff: 3, availableDays: 13.2, overridden: ['timeOff'] })
  expect(connectivity).toMatchObject({ timeOff: 3, availableDays: 8.8 })
  // Seven days were counted, five in the third week and two in the fourth.
  expect(selection?.weeks.map(({ timeOff }) => Math.round(timeOff * 100) / 100)).toEqual([
    0, 0, 2.14, 0.86, 0,
  ])
})

test('where none were counted it is spread over the working days', () => {
  const [row] = rowWith(override({ term: 'triageDays', value: 5 }))
  expect(row?.weeks.map(({ triageDays }) => triageDays)).toEqual([1, 1, 0, 1, 1])
  const [holidays] = rowWith(override({ term: 'holidays', value: 5 }))
  expect(holidays?.weeks.map(({ holidays }) => holidays)).toEqual([1, 1, 1, 1, 1])
})

test('the narrower value holds: a week before the milestone, a team before the person', () => {
  const rows = rowWith(
    override({ term: 'focus', value: 0.5 }),
    override({ term: 'focus', value: 0.8, team: 'selection' }),
    override({ term: 'focus', value: 1, team: 'selection', weekOn: '2026-12-12' }),
  )
  expect(rows[0]?.weeks.map(({ focus }) => focus)).toEqual([1, 0.8, 0.8, 0.8, 0.8])
  expect(rows[1]?.weeks.map(({ focus }) => focus)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5])
})

test('a value of one person is theirs alone', () => {
  const memberships = [member('julie', 'selection'), member('cindy', 'selection')]
  const both = new Map([
    ['julie', usual(days)],
    ['cindy', usual(days)],
  ])
  const { rows } = capacityOf(
    input({ people: both, memberships, overrides: [override({ person: 'cindy' })] }),
  )
  expect(rows.map(({ timeOff }) => timeOff)).toEqual([0, 3])
})

test('whatever is put in, no more is lost than there is, and the days add up', () => {
  const value = fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2)
  const one = fc.record({
    person: fc.constant('julie'),
    team: fc.constantFrom(null, 'selection', 'connectivity'),
    weekOn: fc.constantFrom(null, '2026-12-12', '2027-01-02'),
    term: fc.constantFrom(...DAY_TERMS),
    value,
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (overrides) => {
      for (const row of rowWith(...overrides)) {
        for (const { workingDays, holidays, timeOff, triageDays, availableDays } of [row, ...row.weeks]) {
          expect(workingDays - holidays - timeOff - triageDays).toBeGreaterThan(-1e-6)
          expect(availableDays).toBeGreaterThan(-1e-6)
        }
      }
    }),
  )
})
