import { expect, test } from 'vitest'

import { planningWeek } from './planning-week.ts'

const box = { startOn: '2026-11-14', dueOn: '2026-12-11' }

test.each([
  ['2026-11-13', null],
  ['2026-11-14', '2026-W46'],
  ['2026-11-26', '2026-W48'],
  ['2026-12-11', '2026-W50'],
  ['2027-01-20', '2026-W50'],
])('on %s a planning issue shows the updates of %s', (today, week) => {
  expect(planningWeek(box, today)).toBe(week)
})

test('a planning issue that was frozen keeps the week of that day', () => {
  expect(planningWeek(box, '2026-12-03', '2026-11-26')).toBe('2026-W48')
  expect(planningWeek(box, '2027-01-20', '2026-12-14')).toBe('2026-W50')
  expect(planningWeek(box, '2026-11-20', '2026-11-12')).toBeNull()
})
