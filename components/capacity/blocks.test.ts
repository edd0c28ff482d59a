import { expect, test } from 'vitest'

import { blocksOf } from './blocks.ts'
import { aRow, capacityView, WEEKS } from './testing/capacity.ts'

const rows = [aRow('julie', 'a'), aRow('cindy', 'b'), aRow('patrick', 'a')]
const confirmed = (person: string) => ({ person, name: person, confirmedAt: '2026-11-10T09:00:00.000Z' })

test('the grid is read team by team, and each block knows the line on which it begins', () => {
  const view = capacityView(rows)
  const empty = { team: 'c', name: 'Team c', availableDays: 0, weight: 0, load: 0, unassigned: 0 }
  const blocks = blocksOf({ ...view, teams: [empty, ...view.teams] })
  expect(blocks.map(({ team, first, people }) => [team, first, people.map(({ row }) => row.person)])).toEqual(
    [
      ['a', 0, ['julie', 'patrick']],
      // behind the two people and the line of the sums of team a
      ['b', 3, ['cindy']],
    ],
  )
})

test('beside a person stands what is special: a share, weeks of triage, days that are not confirmed', () => {
  const shared = aRow('julie', 'a', { share: 0.6 }, { share: 0.6 })
  const duty = (weekOn: string, team: string) => ({ person: 'julie', name: 'Julie', team, weekOn })
  const notesWith = (more: Parameters<typeof capacityView>[1], row = shared) =>
    blocksOf(capacityView([row], more))[0]?.people[0]?.notes
  const done = { confirmations: [confirmed('julie')] }
  expect(notesWith({})).toBe('60 % here · not confirmed')
  expect(notesWith(done)).toBe('60 % here')
  expect(notesWith(done, aRow('julie', 'a'))).toBe('')
  expect(notesWith({ ...done, duties: WEEKS.map((weekOn) => duty(weekOn, 'a')) })).toBe(
    '60 % here · triage 14 Nov, 21 Nov',
  )
  // Triage of another team is noted in the line of that team.
  expect(notesWith({ ...done, duties: [duty(WEEKS[0], 'b')] })).toBe('60 % here')
  expect(notesWith({ confirmations: [{ ...confirmed('julie'), confirmedAt: null }] })).toBe(
    '60 % here · not confirmed',
  )
})
