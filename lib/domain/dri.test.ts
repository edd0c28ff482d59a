import { expect, test } from 'vitest'

import { whyNotHandOver, whyNotRelease, whyNotTake } from './dri.ts'

test('an open issue without a DRI is free to take', () => {
  expect(whyNotTake({ open: true, dri: null, me: 'julie' })).toBeNull()
})

test('of two who want one issue, the second is told who took it', () => {
  expect(whyNotTake({ open: true, dri: 'cindy', me: 'julie', driName: 'Cindy Halim' })).toEqual({
    code: 'taken',
    because: 'Cindy Halim took it: ask for a hand-over if you should drive it.',
  })
})

test('what is yours already is not taken from yourself', () => {
  expect(whyNotTake({ open: true, dri: 'julie', me: 'julie' })?.code).toBe('already_yours')
})

test('closed work is nobody’s to take', () => {
  expect(whyNotTake({ open: false, dri: null, me: 'julie' })?.code).toBe('closed')
})

test('only the DRI lets go of an issue', () => {
  expect(whyNotRelease({ dri: 'julie', me: 'julie' })).toBeNull()
  expect(whyNotRelease({ dri: null, me: 'julie' })?.code).toBe('no_dri')
  expect(whyNotRelease({ dri: 'cindy', me: 'julie', driName: 'Cindy Halim' })?.because).toBe(
    'Cindy Halim is the DRI; only they can let it go.',
  )
})

test('a hand-over leaves the next DRI some context', () => {
  expect(whyNotHandOver({ from: 'julie', to: 'cindy', context: 'Half done, see the branch.' })).toBeNull()
  expect(whyNotHandOver({ from: 'julie', to: 'cindy', context: ' \n ' })?.code).toBe('context_missing')
})

test('the first DRI needs no context, for there is nothing to hand over', () => {
  expect(whyNotHandOver({ from: null, to: 'cindy', context: '' })).toBeNull()
})

test('nobody hands over to themselves, whatever they write', () => {
  expect(whyNotHandOver({ from: 'julie', to: 'julie', context: 'x' })?.code).toBe('same_dri')
})
