import { expect, test } from 'vitest'

import { canLookBack, isIssuePage, pastIn } from './past.ts'

test('boards, the list of issues, capacity, the ownership map and Say/Do can be looked at as they were', () => {
  for (const page of [
    'boards/build',
    'issues',
    'ownership',
    'milestones/19.7/capacity',
    'say-do',
    'milestones/19.7/say-do',
  ])
    expect(canLookBack(`/custom-models/${page}`)).toBe(true)
  for (const page of ['', 'boards', 'issues/12', 'issues/report', 'settings/boards', 'milestones/19.7/plan'])
    expect(canLookBack(`/custom-models/${page}`)).toBe(false)
})

test('an address names a day or an instant; anything else shows now', () => {
  const on = (at: string | null) =>
    pastIn('/custom-models/boards/build', new URLSearchParams(at === null ? {} : { at }))
  expect(on('2026-12-11')).toBe('2026-12-11')
  expect(on('2026-12-11T10:30:00Z')).toBe('2026-12-11T10:30:00Z')
  for (const at of [null, '', 'yesterday', '2026-12-11T']) expect(on(at)).toBeNull()
  expect(pastIn('/custom-models/week', new URLSearchParams({ at: '2026-12-11' }))).toBeNull()
})

test('an issue has no past, the list and the report of issues are no issue', () => {
  expect(isIssuePage('/custom-models/issues/12')).toBe(true)
  for (const path of ['/custom-models/issues', '/custom-models/issues/report', '/custom-models/issues/12/x'])
    expect(isIssuePage(path)).toBe(false)
})
