import { expect, test } from 'vitest'

import { REACTIONS, whyNotEditComment, whyNotReaction } from './comments.ts'

test('a comment is edited by its author, and by no other person', () => {
  expect(whyNotEditComment({ author: 'julie', me: 'julie' })).toBeNull()
  expect(whyNotEditComment({ author: 'julie', me: 'mohamed' })).toMatchObject({ code: 'not_yours' })
  expect(whyNotEditComment({ author: 'julie', me: null })).toMatchObject({ code: 'not_yours' })
})

test.each([...REACTIONS.map(({ emoji }) => emoji), '👩🏽‍💻', '🇵🇹', '👨‍👩‍👧‍👦'])('%s is a reaction', (emoji) => {
  expect(whyNotReaction(emoji)).toBeNull()
  expect([...emoji].length).toBeLessThanOrEqual(16)
})

test.each(['', 'ok', '👍👍', ' 👍', '1', '<b>', '❤️ '])('%j is none', (text) => {
  expect(whyNotReaction(text)).toMatchObject({ code: 'not_an_emoji' })
})
