import { expect, test } from 'vitest'

import { because } from '#lib/domain/testing/because.ts'

import { whyNotPlan } from './rules.ts'

test('a milestone with dates is planned until it is closed, a shelf never', () => {
  const box = { title: '19.8', shelf: null, closed: false }
  expect(whyNotPlan(box)).toBeNull()
  expect(because(whyNotPlan({ ...box, closed: true }))).toBe('19.8 is closed. Its plan no longer changes.')
  expect(because(whyNotPlan({ title: 'Backlog', shelf: 'backlog', closed: false }))).toBe(
    'Backlog is a shelf. Shelves have no plan.',
  )
})
