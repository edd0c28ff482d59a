import { expect, test } from 'vitest'

import type { SandboxView } from '#lib/contract/sandboxes.ts'

import { differenceText, endedText, pickedText, totalText } from './sandbox-text.ts'

const side = (weight: number, load = 9, picked = 0) => ({ weight, load, picked })
// safe because the sentences read nothing else of a view
const view = (live: ReturnType<typeof side>, whatIf: ReturnType<typeof side>) =>
  ({ total: { live, whatIf }, milestone: { title: '19.8' } }) as SandboxView

test('a difference has its sign, and is left out where there is none, also below a hundredth', () => {
  expect([differenceText(10, 12.5), differenceText(10, 9)]).toEqual(['+2.5', '−1'])
  expect([differenceText(10, 10), differenceText(10, 10.004)]).toEqual(['', ''])
})

test('one sentence says what all changes come to, beside the live plan', () => {
  expect(totalText(view(side(12.5), side(10)))).toBe(
    'With these changes the group can commit 10 in 19.8 instead of 12.5. Candidates add up to 9, as in the live plan.',
  )
  expect(totalText(view(side(12.5, 9, 3), side(12.5, 11, 4)))).toBe(
    'With these changes the group can commit 12.5 in 19.8, as in the live plan. Candidates add up to 11 instead of 9. Picks add up to 4 instead of 3.',
  )
})

test('what is picked beyond the capacity is told', () => {
  expect(pickedText(view(side(12.5, 9, 12), side(12.5, 9, 14)))).toBe(
    '14 of 12.5 picked, 1.5 over; 12 in the live plan',
  )
  expect(pickedText(view(side(12.5, 9, 3), side(12.5, 9, 3)))).toBe('3 of 12.5 picked')
})

test('a what-if that ended says how, by whom and on which day of the group', () => {
  const ended = (state: 'open' | 'applied' | 'dropped', endedBy: string | null) => {
    // safe because nothing else of it is read
    const sandbox = { state, endedBy, endedAt: '2026-11-30T23:30:00Z' } as Parameters<typeof endedText>[0]
    return endedText(sandbox, 'Europe/Berlin')
  }
  expect(ended('open', null)).toBeNull()
  expect(ended('applied', 'Mohamed Hamda')).toMatch(
    /^This what-if was applied by Mohamed Hamda on .*1 Dec.*2026.*\. Its changes are in the live plan\.$/,
  )
  expect(ended('dropped', null)).toMatch(/dropped by the clock .*Nothing of it changed the live plan\.$/)
})
