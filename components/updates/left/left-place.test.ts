import { expect, test } from 'vitest'

import { leftPlace } from './left-place.ts'
import { draftPlace } from '../mine/use-update-draft.ts'

const places = (...weeks: string[]) => weeks.map((week) => draftPlace('issue-12', week))

test('a device offers the latest draft of an earlier week, over the end of a year too', () => {
  const kept = places('2026-W52', '2026-W53', '2027-W01')
  expect(leftPlace(kept, draftPlace('issue-12', '2027-W01'))).toBe('update-issue-12-2026-W53')
  expect(leftPlace(kept, draftPlace('issue-12', '2026-W53'))).toBe('update-issue-12-2026-W52')
})

test('the draft of this week is none that was left, and neither is one of a week to come', () => {
  expect(leftPlace(places('2026-W49', '2026-W50'), draftPlace('issue-12', '2026-W49'))).toBeNull()
  expect(leftPlace([], draftPlace('issue-12', '2026-W49'))).toBeNull()
})
