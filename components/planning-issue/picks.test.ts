import { expect, test } from 'vitest'

import { withPicks } from './picks.ts'

const capacity = {
  teams: [{ slug: 'a', name: 'A', capacity: 8, picked: 3 }],
  total: { capacity: 8, picked: 3 },
  carryOver: null,
}
const pick = (team: string | null, weight: number) => ({
  ref: 1,
  title: 'x',
  dri: null,
  loads: [{ team, weight }],
})

test('what is picked is added to what its team has, and to the whole', () => {
  expect(withPicks(capacity, [pick('a', 2), { ...pick('a', 0), loads: [] }])).toEqual({
    ...capacity,
    teams: [{ slug: 'a', name: 'A', capacity: 8, picked: 5 }],
    total: { capacity: 8, picked: 5 },
  })
})

test('what has no team stands in a row of its own, once', () => {
  const { teams, total } = withPicks(capacity, [pick(null, 2)])
  expect(teams.at(-1)).toEqual({ slug: null, name: 'No team', capacity: 0, picked: 2 })
  expect(total.picked).toBe(5)
  expect(withPicks({ ...capacity, teams }, [pick(null, 1)]).teams.map(({ picked }) => picked)).toEqual([3, 3])
})

test('without picks it is as it was', () => {
  expect(withPicks(capacity, [])).toEqual(capacity)
})
