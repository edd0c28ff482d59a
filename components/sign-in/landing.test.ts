import { expect, test } from 'vitest'

import { errorTextOf } from './error-text.ts'
import { landing } from './landing.ts'

test('an accepted invitation leads into its group', () => {
  expect(landing({ group: 'custom-models' })).toBe('/custom-models')
  expect(landing({ group: 'a/b' }), 'and nowhere else on the site').toBe('/a%2Fb')
})

test('an answer that names no group leads nowhere', () => {
  for (const answer of [null, undefined, 'custom-models', {}, { group: null }, { group: 7 }])
    expect(landing(answer)).toBeNull()
})

test('a sign-in that a provider sent back says why, and what to do next', () => {
  expect(errorTextOf('access_denied')).toBe('Sign-in was canceled.')
  expect(errorTextOf('signup_disabled')).toBe(
    'No account has this e-mail address. Ask your engineering manager to add you.',
  )
  expect(errorTextOf('account_not_linked')).toContain('Confirm it, then try again.')
})

test('an unknown code says that it failed, and no code says nothing', () => {
  expect(errorTextOf('something_new')).toBe('Sign-in failed. Try again.')
  for (const none of ['', null, undefined, ['access_denied']]) expect(errorTextOf(none)).toBeNull()
})
