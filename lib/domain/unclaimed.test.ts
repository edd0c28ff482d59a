import { expect, test } from 'vitest'
import { unclaimedText, whyNotUnclaimed } from './unclaimed.ts'
import { because } from './testing/because.ts'

const overloaded = { open: true, dri: null, reason: 'overloaded', note: '' } as const

test('that no one volunteered is said of open work without a DRI', () => {
  expect(whyNotUnclaimed(overloaded)).toBeNull()
  expect(whyNotUnclaimed({ ...overloaded, open: false })?.code).toBe('closed')
  expect(whyNotUnclaimed({ ...overloaded, dri: 'Julie Huang' })?.because).toBe(
    'Julie Huang is already the DRI.',
  )
})

test('another reason is said in words; the three of the handbook need none', () => {
  expect(whyNotUnclaimed({ ...overloaded, reason: 'other', note: ' ' })?.code).toBe('reason_missing')
  expect(whyNotUnclaimed({ ...overloaded, reason: 'other', note: 'We wait for Legal.' })).toBeNull()
})

test('the reason reads as one line', () => {
  expect(unclaimedText(overloaded)).toBe('Overloaded')
  expect(unclaimedText({ reason: 'missing_skill', note: 'no one knows Rust' })).toBe(
    'Missing skill, no one knows Rust',
  )
  expect(unclaimedText({ reason: 'other', note: ' We wait for Legal. ' })).toBe('We wait for Legal.')
})

test('a reason of one’s own is asked for in words', () => {
  expect(because(whyNotUnclaimed({ ...overloaded, reason: 'other', note: '\n' }))).toBe(
    'Say why there was no volunteer.',
  )
  expect(because(whyNotUnclaimed({ ...overloaded, open: false }))).toBe(
    'This issue is closed. Reopen it first.',
  )
})
