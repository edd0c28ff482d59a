import { expect, test } from 'vitest'
import { narrate } from '../narration.ts'

const sentence = (from: string | null, to: string | null) =>
  narrate({ type: 'issue.due_set', data: { from, to }, actorName: 'Julie Huang' })

test('a due date that is taken away is told with the day that it was', () => {
  expect(sentence('2025-12-01', null)).toBe('Julie Huang removed the due date 2025-12-01 from this issue.')
  expect(sentence(null, '2025-12-01')).toBe('Julie Huang set the due date of this issue to 2025-12-01.')
})
