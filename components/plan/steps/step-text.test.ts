import { expect, test } from 'vitest'

import { doneText, dueText, startText } from './step-text.ts'

const due = (dueOn: string, state: 'done' | 'late' | 'open' = 'open', daysLate = 0) => ({
  dueOn,
  state,
  daysLate,
})

test('a step says its day, or by how much it is late', () => {
  expect(dueText(due('2026-12-09'), '2026-12-09')).toBe('today')
  expect(dueText(due('2026-12-10'), '2026-12-09')).toBe('10 Dec')
  expect(dueText(due('2026-12-09', 'done'), '2026-12-09')).toBe('9 Dec')
  expect(dueText(due('2026-12-08', 'late', 1), '2026-12-09')).toBe('1 day late')
  expect(dueText(due('2026-12-07', 'late', 2), '2026-12-09')).toBe('2 days late')
  expect(doneText([due('', 'done'), due('', 'late'), due('')])).toBe('1 of 3 steps done')
})

test('the milestone says when it starts, its day while it runs, and when it ended', () => {
  const at = (today: string) => startText('2026-12-12', '2027-01-15', today)
  expect(at('2026-12-09')).toBe('starts in 3 days')
  expect(at('2026-12-11')).toBe('starts tomorrow')
  expect(at('2026-12-12')).toBe('day 1 of 35')
  expect(at('2027-01-15')).toBe('day 35 of 35')
  expect(at('2027-01-16')).toBe('ended 15 Jan')
  expect(startText(null, null, '2026-12-09')).toBe('')
})
