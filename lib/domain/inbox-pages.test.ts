import { expect, test } from 'vitest'

import { inboxPage } from './inbox-pages.ts'

const place = (key: string) => ({ group: 'custom-models', key })
const weighed = { type: 'issue.weighed', data: { from: 1, to: 2 }, number: 7 } as const

test('what hangs on an issue, an epic or a person is dealt with on their own page', () => {
  expect(inboxPage(weighed, 'issue', place('12'))).toBe('/custom-models/issues/12')
  expect(inboxPage(weighed, 'epic', place('3'))).toBe('/custom-models/epics/3')
  expect(inboxPage(weighed, 'person', place('julie'))).toBe('/custom-models/people/julie')
  expect(inboxPage(weighed, 'model', place('4'))).toBe('/custom-models/models?model=4')
  expect(inboxPage(weighed, 'team', place('selection'))).toBe('/custom-models/ownership')
})

test('days of a milestone are confirmed on its capacity', () => {
  const asked = {
    type: 'capacity.asked',
    data: { milestone: { id: '7', title: '19.8' }, person: { id: 'julie', name: 'Julie Huang' } },
    number: 8,
  } as const
  expect(inboxPage(asked, 'milestone', place('19.8'))).toBe('/custom-models/milestones/19.8/capacity')
})

test('a triage duty is dealt with in the month in which its week begins', () => {
  const given = {
    type: 'duty.set',
    data: {
      team: { id: '1', name: 'Model Selection' },
      weekOn: '2026-11-30',
      from: null,
      to: { id: 'julie', name: 'Julie Huang' },
    },
    number: 9,
  } as const
  expect(inboxPage(given, 'team', place('model-selection'))).toBe('/custom-models/time-off?month=2026-11')
})
