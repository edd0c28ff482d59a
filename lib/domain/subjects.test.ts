import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NUMBERED_KINDS, parseSubject, subjectSign, subjectSlug } from './subjects.ts'

test('what people drive is named in addresses, and found by its name', () => {
  expect(subjectSlug({ kind: 'issue', ref: 12 })).toBe('issue-12')
  expect([subjectSign({ kind: 'issue', ref: 12 }), subjectSign({ kind: 'epic', ref: 3 })]).toEqual([
    '#12',
    '&3',
  ])
  fc.assert(
    fc.property(
      fc.constantFrom(...NUMBERED_KINDS),
      fc.integer({ min: 1, max: 2_147_483_647 }),
      (kind, ref) => {
        expect(parseSubject(subjectSlug({ kind, ref }))).toEqual({ kind, ref })
      },
    ),
  )
})

test.each([
  'issue-0',
  'issue-012',
  'issue-',
  'issue-1.5',
  'epic--3',
  'milestone-3',
  'issue-2147483648',
  '12',
  '',
  ' issue-1',
])('“%s” names nothing', (text) => {
  expect(parseSubject(text)).toBeNull()
})
