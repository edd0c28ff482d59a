import { expect, test } from 'vitest'
import { dayBefore, mondaysBetween } from './due-days.ts'
import { settingsOf, STEPS, USUAL_SETTINGS, whoDoes } from './steps.ts'

const NONE = new Set<string>()

test('steps are due in working days before the start, as the usual settings have them', () => {
  const due = USUAL_SETTINGS.map(({ key, dueBefore }) => [key, dayBefore('2026-12-12', dueBefore, NONE)])
  expect(due).toEqual([
    ['planning-issue', '2026-11-16'],
    ['refinement', '2026-12-07'],
    ['candidates', '2026-11-27'],
    ['capacity', '2026-12-04'],
    ['weights', '2026-12-09'],
    ['session', '2026-12-10'],
    ['assignment', '2026-12-11'],
  ])
})

test('days off of the group are no working days; a start without working days before it ends the search', () => {
  expect(dayBefore('2026-12-12', 1, new Set(['2026-12-11']))).toBe('2026-12-10')
  expect(dayBefore('2026-12-12', 0, NONE)).toBe('2026-12-12')
  // over a leap day
  expect(dayBefore('2028-03-04', 5, NONE)).toBe('2028-02-28')
  expect(dayBefore('2026-12-12', 130, NONE)).toBe('2026-06-15')
})

test('weeks of refinement begin on the Monday behind the first step', () => {
  expect(mondaysBetween('2026-11-16', '2026-12-09')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07'])
  expect(mondaysBetween('2026-11-15', '2026-11-16')).toEqual(['2026-11-16'])
  expect(mondaysBetween('2026-12-07', '2026-12-11')).toEqual([])
})

test('a group sets steps of its own, all seven stay in their order, and the one who leads is named first', () => {
  const settings = settingsOf([{ key: 'session', dueBefore: 4, owner: 'em' }])
  expect(settings.map(({ key }) => key)).toEqual([...STEPS])
  expect(settings[5]).toEqual({ key: 'session', dueBefore: 4, owner: 'em' })
  expect(whoDoes('session', 'em')).toBe('EM, PM')
  expect(whoDoes('weights', 'em')).toBe('EM, engineers')
  expect(whoDoes('planning-issue', 'pm')).toBe('PM')
})
