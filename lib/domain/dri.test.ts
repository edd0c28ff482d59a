import { expect, test } from 'vitest'

import {
  OUTCOMES,
  whyNotAccept,
  whyNotAnswer,
  whyNotAsSeen,
  whyNotDecline,
  whyNotDrive,
  whyNotHandOver,
  whyNotOffer,
  whyNotRelease,
  whyNotTake,
  whyNotWithdraw,
} from './dri.ts'
import type { Offer } from './dri.ts'
import { ROLES } from './permissions.ts'
import { because } from './testing/because.ts'

const [julie, cindy, mohamed] = [
  { id: 'julie', name: 'Julie Huang' },
  { id: 'cindy', name: 'Cindy Halim' },
  { id: 'mohamed', name: 'Mohamed Hamda' },
]
const offer: Offer = { from: julie, to: cindy, by: julie, outcome: null, answeredBy: null }

test('an open issue without a DRI is free to take', () => {
  expect(whyNotTake({ open: true, dri: null, me: 'julie' })).toBeNull()
})

test('of two who want one issue, the second is told who took it', () => {
  expect(whyNotTake({ open: true, dri: 'cindy', me: 'julie', driName: 'Cindy Halim' })).toEqual({
    code: 'taken',
    because: 'Cindy Halim is already the DRI. Ask for a hand-over.',
  })
})

test('what is yours already is not taken from yourself', () => {
  expect(whyNotTake({ open: true, dri: 'julie', me: 'julie' })?.code).toBe('already_yours')
})

test('no person takes closed work', () => {
  expect(whyNotTake({ open: false, dri: null, me: 'julie' })?.code).toBe('closed')
})

test('only the DRI lets go of an issue', () => {
  expect(whyNotRelease({ dri: 'julie', me: 'julie' })).toBeNull()
  expect(whyNotRelease({ dri: null, me: 'julie' })?.code).toBe('no_dri')
  expect(whyNotRelease({ dri: 'cindy', me: 'julie', driName: 'Cindy Halim' })?.because).toBe(
    'Cindy Halim is the DRI. Only the DRI can step down.',
  )
})

test('a hand-over leaves the next DRI some context', () => {
  expect(whyNotHandOver({ from: 'julie', to: 'cindy', context: 'Half done, see the branch.' })).toBeNull()
  expect(whyNotHandOver({ from: 'julie', to: 'cindy', context: ' \n ' })?.code).toBe('context_missing')
})

test('the first DRI needs no context, for there is nothing to hand over', () => {
  expect(whyNotHandOver({ from: null, to: 'cindy', context: '' })).toBeNull()
})

test('people do not hand over to themselves, whatever they write', () => {
  expect(whyNotHandOver({ from: 'julie', to: 'julie', context: 'x' })?.code).toBe('same_dri')
})

test('what waits for another person to take over is not given back, and not offered twice', () => {
  const because = 'A hand-over to Cindy Halim is pending. Withdraw it first.'
  expect(whyNotRelease({ dri: 'julie', me: 'julie', asked: 'Cindy Halim' })?.because).toBe(because)
  expect(whyNotOffer({ open: true, asked: 'Cindy Halim' })?.because).toBe(because)
  expect(whyNotOffer({ open: true, asked: null })).toBeNull()
  expect(whyNotOffer({ open: false, asked: null })?.code).toBe('closed')
})

test('a person who may not take an issue is not asked to take it over', () => {
  const eligible = ROLES.filter((role) => whyNotDrive({ name: 'Cindy Halim', roles: [role] }) === null)
  expect(eligible).toEqual(['em', 'pm', 'engineer', 'staff_engineer'])
  expect(whyNotDrive({ name: 'Cindy Halim', roles: [] })?.because).toBe(
    'Cindy Halim does not drive issues here.',
  )
})

test('a person who saw another DRI is told who it is by now', () => {
  expect(whyNotAsSeen('julie', julie)).toBeNull()
  expect(whyNotAsSeen(null, null)).toBeNull()
  expect(whyNotAsSeen('julie', cindy)?.because).toBe(
    'Cindy Halim is now the DRI. Check the change and try again.',
  )
  expect(whyNotAsSeen(null, cindy)?.because).toContain(
    'Cindy Halim is now the DRI. Check the change and try again.',
  )
  expect(whyNotAsSeen('julie', null)?.because).toContain(
    'This issue no longer has a DRI. Check the change and try again.',
  )
})

test('the person asked accepts, and no other for them; closed work is reopened first', () => {
  expect(whyNotAccept({ offer, me: 'cindy', open: true })).toBeNull()
  expect(whyNotAccept({ offer, me: 'cindy', open: false })?.code).toBe('closed')
  expect(whyNotAccept({ offer, me: 'julie', open: true })?.because).toBe(
    'Only Cindy Halim can answer this hand-over.',
  )
})

test('the person who declines says why, and may do so of closed work too', () => {
  expect(whyNotDecline({ offer, me: 'cindy', reason: 'No time.' })).toBeNull()
  expect(whyNotDecline({ offer, me: 'cindy', reason: ' \n' })?.code).toBe('reason_missing')
  expect(whyNotDecline({ offer, me: 'julie', reason: 'No time.' })?.code).toBe('not_asked')
})

test('the person who offered it, the DRI and the EM withdraw', () => {
  const byEm = { ...offer, by: mohamed }
  expect(whyNotWithdraw({ offer: byEm, me: 'mohamed', em: false })).toBeNull()
  expect(whyNotWithdraw({ offer: byEm, me: 'julie', em: false })).toBeNull()
  expect(whyNotWithdraw({ offer, me: 'patrick', em: true })).toBeNull()
  expect(whyNotWithdraw({ offer, me: 'cindy', em: false })?.because).toBe(
    'Only Julie Huang or the engineering manager can withdraw it.',
  )
})

test('each way in which it ended is told by who ended it', () => {
  expect(whyNotAnswer(offer)).toBeNull()
  const reasons = OUTCOMES.map((outcome) => whyNotAnswer({ ...offer, outcome, answeredBy: mohamed })?.because)
  expect(reasons).toEqual([
    'Mohamed Hamda already accepted this hand-over.',
    'Mohamed Hamda already declined this hand-over.',
    'Mohamed Hamda already withdrew this hand-over.',
    'Mohamed Hamda already made another person the DRI.',
  ])
})

test('a refused hand-over says what the next DRI needs, or who they are already', () => {
  expect(because(whyNotHandOver({ from: 'julie', to: 'julie', context: 'All of it.' }))).toBe(
    'This person is already the DRI.',
  )
  expect(because(whyNotHandOver({ from: 'julie', to: 'cindy', context: ' ' }))).toBe(
    'Add context for the next DRI.',
  )
  expect(whyNotHandOver({ from: null, to: 'cindy', context: '' }), 'the first DRI needs none').toBeNull()
  expect(because(whyNotDecline({ offer, me: 'cindy', reason: ' ' }))).toBe(
    'Give a reason, so that the DRI can ask another person.',
  )
})

test('an offer that ended says who ended it and how', () => {
  const ended = OUTCOMES.map((outcome) => because(whyNotAnswer({ ...offer, outcome, answeredBy: cindy })))
  expect(ended).toEqual([
    'Cindy Halim already accepted this hand-over.',
    'Cindy Halim already declined this hand-over.',
    'Cindy Halim already withdrew this hand-over.',
    'Cindy Halim already made another person the DRI.',
  ])
  expect(because(whyNotAnswer({ ...offer, outcome: 'withdrawn' })), 'of an actor who is gone').toBe(
    'Another person already withdrew this hand-over.',
  )
})
