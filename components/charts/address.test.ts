import { expect, test } from 'vitest'

import { queryWith } from './address.ts'

test('a choice is written beside what the address holds, and taken out of it again', () => {
  expect(queryWith('', { chart: 'table' })).toBe('?chart=table')
  expect(queryWith('?at=2026-11-13', { chart: 'weight', last: null })).toBe('?at=2026-11-13&chart=weight')
  expect(queryWith('?chart=weight&chart=table', { chart: null })).toBe('')
})
