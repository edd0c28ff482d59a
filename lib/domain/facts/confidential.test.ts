import { expect, test } from 'vitest'
import { narrate } from '../narration.ts'

const sentence = (from: boolean, to: boolean) =>
  narrate({ type: 'issue.confidential_set', data: { from, to }, actorName: 'Julie Huang' })

test('hiding an issue and showing it are told in words of their own', () => {
  expect(sentence(false, true)).toBe('Julie Huang made this issue confidential.')
  expect(sentence(true, false)).toBe('Julie Huang made this issue visible to everyone in the group.')
})
