import { expect, test } from 'vitest'

import { isComposing } from './is-composing.ts'

test('a key belongs to an input method where the browser says so, by name or by the old number', () => {
  expect(isComposing({ isComposing: true, keyCode: 0 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})
