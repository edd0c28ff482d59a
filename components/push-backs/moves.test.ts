import { expect, test } from 'vitest'

import { aView } from '#components/boards/testing/boards.ts'

import { movesOf, STAYS } from './moves.ts'

const view = aView()
const [now] = view.milestones
const labels = [...view.labels, { id: 'said', title: 'Deliverable', meaning: 'deliverable', hue: 20 }]
const shelf = {
  ...now,
  id: '9',
  slug: 'backlog',
  title: 'Backlog',
  shelf: 'backlog',
  startOn: null,
  dueOn: null,
}
const over = { ...now, id: '3', slug: '19.6', title: '19.6', closed: true }
// safe because the view of the tests has one milestone, of which these are copies
const milestones = [now, shelf, over] as typeof view.milestones
const setting = { labels, milestones, current: '19.7' }
const em = { roles: ['em' as const], admin: false }
const pm = { roles: ['pm' as const], admin: false }
const said = { milestone: '19.7', labelIds: ['group', 'said'] }
const plain = { milestone: '19.7', labelIds: ['group'] }

test('a Deliverable of the milestone that runs goes by the EM alone, without the label, and counts as reprioritised', () => {
  const moves = movesOf({ ...setting, issue: said, actor: em })
  expect(moves.map(({ value }) => value)).toEqual([STAYS, 'off', 'to backlog'])
  expect(moves[1]).toMatchObject({ move: { withoutDeliverable: true } })
  expect(moves[2]).toMatchObject({ move: { milestone: 'backlog', withoutDeliverable: true } })
  expect(moves[2]?.hint).toContain('reprioritised in 19.7')
  expect(movesOf({ ...setting, issue: said, actor: pm }).map(({ value }) => value)).toEqual([STAYS])
})

test('other work goes wherever it is planned, by EM and PM, and nothing is said of Say/Do', () => {
  for (const actor of [em, pm]) {
    const moves = movesOf({ ...setting, issue: plain, actor })
    expect(moves.map(({ value }) => value)).toEqual([STAYS, 'to backlog'])
    expect(moves[1]).toEqual({
      value: 'to backlog',
      label: 'Move it to Backlog',
      move: { milestone: 'backlog' },
    })
  }
})

test('a Deliverable of a milestone to come leaves no Build Board that runs', () => {
  const moves = movesOf({ ...setting, issue: { ...said, milestone: '19.8' }, actor: em })
  expect(moves[1]?.hint).toBe('Removes Deliverable.')
})
