import { expect, test } from 'vitest'
import { periodOf, type Timebox } from './period.ts'

const boxes: Timebox[] = [
  { slug: '19.6', title: '19.6', startOn: '2026-10-10', dueOn: '2026-11-13' },
  { slug: '19.7', title: '19.7', startOn: '2026-11-14', dueOn: '2026-12-11' },
  { slug: '19.8', title: '19.8', startOn: '2026-12-12', dueOn: '2027-01-15' },
]
const known = { today: '2026-11-30', boxes, current: '19.7' }

test('a month is shown unless a milestone is asked for, and this one unless another is named', () => {
  expect(periodOf({}, known)).toMatchObject({ from: '2026-11-01', to: '2026-11-30', title: 'November 2026' })
  expect(periodOf({ month: '2028-02' }, known)).toMatchObject({ from: '2028-02-01', to: '2028-02-29' })
  expect(periodOf({ month: 'soon' }, known).from).toBe('2026-11-01')
})

test('a milestone is the one that is named, else the current one, else the latest', () => {
  const shown = (milestone?: string, current: string | null = '19.7') =>
    periodOf({ view: 'milestone', milestone }, { ...known, current }).milestone?.slug
  expect(shown('19.6')).toBe('19.6')
  expect(shown()).toBe('19.7')
  expect(shown('nothing')).toBe('19.7')
  expect(shown(undefined, null)).toBe('19.8')
  expect(periodOf({ view: 'milestone' }, { ...known, boxes: [] }).view).toBe('month')
})

test('the arrows lead to the periods around, and end where there is none', () => {
  expect(periodOf({ view: 'milestone', milestone: '19.8' }, known)).toMatchObject({
    before: { view: 'milestone', milestone: '19.7' },
    after: null,
  })
  expect(periodOf({ month: '2026-12' }, known)).toMatchObject({
    before: { month: '2026-11' },
    after: { month: '2027-01' },
  })
})
