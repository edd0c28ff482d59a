import { describe, expect, test } from 'vitest'

import { areNone, chipsFrom, NO_CHIPS, toggled, typedOf } from './filters.ts'
import type { Clause } from './filters.ts'

describe('an address of before', () => {
  test('leaves names alone that are no filter, and empty values', () => {
    expect(areNone(chipsFrom(new URLSearchParams('milestone=19.7&peek=4&type=&q=')))).toBe(true)
  })

  test('says a thing once', () => {
    expect(chipsFrom(new URLSearchParams('team=a&team=a')).clauses).toHaveLength(1)
  })

  test('holds words as they can be typed again', () => {
    expect(typedOf(chipsFrom(new URLSearchParams('q=Slow "model list"')))).toBe('slow "model list"')
  })
})

describe('toggling a clause', () => {
  const bug: Clause = { field: 'type', is: true, value: 'bug' }

  test('twice leaves the chips as they were', () => {
    expect(toggled(toggled(NO_CHIPS, bug), bug)).toEqual(NO_CHIPS)
  })

  test('replaces its opposite', () => {
    expect(toggled(toggled(NO_CHIPS, { ...bug, is: false }), bug).clauses).toEqual([bug])
  })
})
