import { expect, test } from 'vitest'
import { isTakenForPhone } from './is-phone.ts'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36'
const DESK =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

test('a browser that is here for the first time is taken for what it says it is', () => {
  expect([IPHONE, ANDROID, DESK, null].map((name) => isTakenForPhone(undefined, name))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('what the window was the last time says more than the name of the browser', () => {
  expect(isTakenForPhone('yes', DESK)).toBe(true)
  expect(isTakenForPhone('no', IPHONE)).toBe(false)
})
