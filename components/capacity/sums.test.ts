import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { overridesOf, type Sum, sumAt } from './sums.ts'
import { anOverride, aRow, capacityView, WEEKS } from './testing/capacity.ts'

const [FIRST, SECOND] = WEEKS
const ofPerson = (week: string | null = null) => ({ team: 'a', person: 'julie', week })
const told = ({ title, lines, result }: Sum) => [
  title,
  ...lines.map(({ name, value }) => `${name} ${value}`),
  `${result.name} ${result.value}`,
]

test('the figure of a person in a week opens into every term and the days that are left', () => {
  const view = capacityView([
    aRow('julie', 'a', { holidays: 1, timeOff: 1.5, triageDays: 0.5, share: 0.5, focus: 0.8 }),
  ])
  expect(told(sumAt(view, ofPerson(FIRST)))).toEqual([
    'Julie, week of 14 Nov',
    'Working days 5',
    'Public holidays − 1',
    'Away − 1.5',
    'Triage duty, 50 % of a day − 0.5',
    'Share for Team a × 50 %',
    'Focus × 0.8',
    'Available 0.8 days',
  ])
})

test('over the milestone the sum goes on to weight, by the days that a weight takes', () => {
  const view = capacityView([aRow('julie', 'a', { timeOff: 2 }, {})])
  expect(told(sumAt(view, ofPerson()))).toEqual([
    'Julie, 19.7',
    'Working days 10',
    'Public holidays 0',
    'Away − 2',
    'Triage duty 0',
    'Share for Team a × 100 %',
    'Focus × 1',
    'Available 8 days',
    'Days per weight ÷ 2',
    'Capacity 4',
  ])
})

test('a team opens into its people, the group into its teams, in days for a week and in weight for all', () => {
  const view = capacityView([aRow('julie', 'a', { timeOff: 5 }), aRow('cindy', 'a'), aRow('amy', 'b')])
  expect(told(sumAt(view, { team: 'a', person: null, week: FIRST }))).toEqual([
    'Team a, week of 14 Nov',
    'Julie 0',
    'Cindy 5',
    'Available 5 days',
  ])
  expect(told(sumAt(view, { team: 'a', person: null, week: null }))).toEqual([
    'Team a, 19.7',
    'Julie 2.5',
    'Cindy 5',
    'Capacity 7.5',
  ])
  expect(told(sumAt(view, { team: null, person: null, week: SECOND }))).toEqual([
    'The group, week of 21 Nov',
    'Team a 10',
    'Team b 5',
    'Available 15 days',
  ])
  expect(told(sumAt(view, { team: null, person: null, week: null })).at(-1)).toBe('Capacity 12.5')
})

test('a person of two teams has a sum in each; who left meanwhile gives the one of their team', () => {
  const view = capacityView([aRow('julie', 'a', { share: 0.6 }), aRow('julie', 'b', { share: 0.4 })])
  const inTeam = (team: string) => sumAt(view, { team, person: 'julie', week: FIRST })
  expect([inTeam('a').result.value, inTeam('b').result.value]).toEqual(['3 days', '2 days'])
  const gone = sumAt(view, { team: 'a', person: 'amy', week: FIRST })
  expect([gone.title, gone.row]).toEqual(['Team a, week of 14 Nov', null])
})

test('an override stands at the figures that it changes: of its person, team and week, or of all of them', () => {
  const row = aRow('julie', 'a')
  const overrides = [
    anOverride({ person: 'julie', term: 'focus', reason: 'everywhere' }),
    anOverride({ person: 'julie', term: 'focus', reason: 'here', team: 'a', weekOn: FIRST }),
    anOverride({ person: 'julie', term: 'focus', reason: 'other team', team: 'b' }),
    anOverride({ person: 'julie', term: 'share', reason: 'other term' }),
    anOverride({ person: 'cindy', term: 'focus', reason: 'other person' }),
  ]
  const view = capacityView([row], { overrides })
  const reasons = (week: string | null) => overridesOf(view, row, 'focus', week).map(({ reason }) => reason)
  expect(reasons(FIRST)).toEqual(['everywhere', 'here'])
  expect(reasons(SECOND)).toEqual(['everywhere'])
  expect(reasons(null), 'over the milestone, those of a week as well').toEqual(['everywhere', 'here'])
})

const halfDays = fc.integer({ min: 0, max: 4 }).map((half) => half / 2)
const week = fc.record({ holidays: halfDays, timeOff: halfDays })
const rows = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), week, week), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([team, ...weeks], at) => aRow(`p${at}`, team, ...weeks)))

test('what a sum is made of adds up to it, whatever the figure', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(FIRST, SECOND), (all, weekOn) => {
      const view = capacityView(all)
      for (const team of [null, ...view.teams.map((one) => one.team)]) {
        const { lines, result } = sumAt(view, { team, person: null, week: weekOn })
        const sum = lines.reduce((total, { value }) => total + Number(value), 0)
        expect(Number.parseFloat(result.value)).toBeCloseTo(sum, 6)
      }
    }),
  )
})
