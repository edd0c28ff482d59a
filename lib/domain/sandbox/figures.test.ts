import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { capacityOf } from '../capacity/capacity.ts'
import { input, member, usual } from '../capacity/testing.ts'
import { figuresOf } from './figures.ts'

const { days } = input()
const TEAMS = ['selection', 'gateway']
const capacity = capacityOf(
  input({
    people: new Map([
      ['julie', usual(days)],
      ['cindy', usual(days)],
    ]),
    memberships: [member('julie', 'selection'), member('cindy', 'gateway', { share: 0.5 })],
  }),
)
const work = (facts: Partial<Parameters<typeof figuresOf>[1][number]> = {}) => ({
  ref: 1,
  weight: 2,
  split: false,
  team: 'selection',
  assignees: ['julie'],
  dri: null,
  unweighted: false,
  picked: false,
  ...facts,
})

test('load stands beside capacity by person, by team and in all, and what belongs to neither is counted apart', () => {
  const { rows, teams, total } = figuresOf(
    capacity,
    [
      work(),
      work({ ref: 2, weight: 3, team: 'gateway', assignees: [], dri: 'cindy', picked: true }),
      work({ ref: 3, weight: 1, assignees: [] }),
      work({ ref: 4, weight: 5, team: null, assignees: [], picked: true }),
      work({ ref: 5, weight: null, unweighted: true }),
    ],
    TEAMS,
  )
  expect(rows.map(({ person, load, picked }) => [person, load, picked])).toEqual([
    ['julie', 2, 0],
    ['cindy', 3, 3],
  ])
  expect(teams.map(({ team, load, unassigned }) => [team, load, unassigned])).toEqual([
    ['selection', 3, 1],
    ['gateway', 3, 0],
  ])
  expect(total).toMatchObject({ load: 11, picked: 8, withoutTeam: 5, unweighted: 1 })
  expect(teams.map(({ picked }) => picked)).toEqual([0, 3])
})

test('a team without people has no capacity, and its load is still seen', () => {
  const { teams } = figuresOf(capacity, [work({ team: 'platform', assignees: [] })], ['platform'])
  expect(teams).toEqual([
    { team: 'platform', availableDays: 0, weight: 0, load: 2, picked: 0, unassigned: 2 },
  ])
})

const anyWork = fc.array(
  fc.record({
    ref: fc.nat(),
    weight: fc.constantFrom(null, 0, 1, 2, 3, 5, 8),
    split: fc.boolean(),
    team: fc.constantFrom('selection', 'gateway', null),
    assignees: fc.subarray(['julie', 'cindy', 'amy']),
    dri: fc.constantFrom('julie', 'cindy', null),
    unweighted: fc.constant(false),
    picked: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('the load of all teams and of what has none is the load of the plan, however issues are shared', () => {
  fc.assert(
    fc.property(anyWork, (some) => {
      const { teams, total } = figuresOf(capacity, some, TEAMS)
      const sum = teams.reduce((all, { load }) => all + load, total.withoutTeam)
      expect(sum).toBeCloseTo(total.load, 6)
      for (const { load, unassigned } of teams) expect(unassigned).toBeLessThanOrEqual(load)
    }),
  )
})
