import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { spreadOf, whyNotAbandon, whyNotAgree, whyNotOpen, whyNotReveal, whyNotVote } from './weighing.ts'
import type { Viewer } from './weighing.ts'
import { because } from './testing/because.ts'

const engineer: Viewer = { roles: ['engineer'], opened: false, asked: true }
const opener: Viewer = { ...engineer, opened: true, asked: false }
const em: Viewer = { roles: ['em'], opened: false, asked: false }
const passerBy: Viewer = { ...engineer, asked: false }
const hidden = { revealed: false, voted: 2 }
const revealed = { revealed: true, voted: 2 }

test('a weighing asks two to twenty people about open work, one at a time', () => {
  const fine = { open: true, running: false, asked: 2 }
  expect(whyNotOpen(fine)).toBeNull()
  expect(whyNotOpen({ ...fine, asked: 20 })).toBeNull()
  expect(whyNotOpen({ ...fine, asked: 1 })?.because).toContain(
    'Ask at least two people. Alone, set the weight directly.',
  )
  expect(whyNotOpen({ ...fine, asked: 21 })?.code).toBe('too_many')
  expect(whyNotOpen({ ...fine, open: false })?.code).toBe('closed')
  expect(whyNotOpen({ ...fine, running: true })?.code).toBe('running')
})

test('only a person who was asked gives a weight, and only until they are revealed', () => {
  expect(whyNotVote(engineer, hidden)).toBeNull()
  expect(whyNotVote(passerBy, hidden)?.because).toBe('You are not part of this estimation.')
  expect(whyNotVote(engineer, revealed)?.code).toBe('revealed')
})

test('the person who opened it, the PM or the EM reveals it, once a weight was given', () => {
  expect(whyNotReveal(opener, hidden)).toBeNull()
  expect(whyNotReveal(em, hidden)).toBeNull()
  expect(whyNotReveal(engineer, hidden)?.code).toBe('not_yours')
  expect(whyNotReveal(em, { revealed: false, voted: 0 })?.code).toBe('no_votes')
  expect(whyNotReveal(em, revealed)?.code).toBe('revealed')
})

test('a weight is agreed on after the reveal, by those who weighed it or lead the work', () => {
  for (const one of [engineer, opener, em]) {
    expect(whyNotAgree(one, revealed)).toBeNull()
    expect(whyNotAgree(one, hidden)?.code).toBe('hidden')
  }
  expect(whyNotAgree(passerBy, revealed)?.code).toBe('not_asked')
})

test('an engineer who was asked cannot give up what others began', () => {
  expect(whyNotAbandon(engineer)?.code).toBe('not_yours')
  expect(whyNotAbandon(opener)).toBeNull()
  expect(whyNotAbandon({ ...em, roles: ['pm'] })).toBeNull()
})

test('the talk begins with the middle weight, the heavier of two', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ least: 1, most: 3, middle: 2 })
  expect(spreadOf([1, 2])).toEqual({ least: 1, most: 2, middle: 2 })
  expect(spreadOf([])).toBeNull()
})

test('the middle is a weight that a person gave, with at least half of them on either side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1 }), (weights) => {
      const { least, most, middle } = spreadOf(weights) ?? { least: -1, most: -1, middle: -1 }
      expect(weights).toContain(middle)
      expect(Math.min(...weights)).toBe(least)
      expect(Math.max(...weights)).toBe(most)
      expect(weights.filter((one) => one <= middle).length * 2).toBeGreaterThanOrEqual(weights.length)
      expect(weights.filter((one) => one >= middle).length * 2).toBeGreaterThanOrEqual(weights.length)
    }),
  )
})

test('a refusal of an estimation says what comes before', () => {
  const opening = { open: true, running: false, asked: 2 }
  expect(because(whyNotOpen({ ...opening, open: false }))).toBe('This issue is closed. Reopen it first.')
  expect(because(whyNotOpen({ ...opening, running: true }))).toBe('An estimation is already running.')
  expect(because(whyNotOpen({ ...opening, asked: 21 }))).toBe('Ask at most 20 people.')
  expect(because(whyNotVote(engineer, revealed))).toBe('The weights are revealed. Agree on one.')
  expect(because(whyNotReveal(em, revealed))).toBe('The weights are already revealed.')
  expect(because(whyNotReveal(em, { revealed: false, voted: 0 }))).toBe('No votes yet.')
  expect(because(whyNotAgree(em, hidden))).toBe('Reveal the weights first, then agree on one.')
  expect(because(whyNotAgree(passerBy, revealed))).toBe('Only a person who voted can agree on the weight.')
})

test('the PM leads an estimation that another person started, as the EM does', () => {
  const pm: Viewer = { roles: ['pm'], opened: false, asked: false }
  expect([whyNotReveal(pm, hidden), whyNotAgree(pm, revealed), whyNotAbandon(pm)]).toEqual([null, null, null])
  expect(because(whyNotAbandon(passerBy))).toBe(
    'Only the person who started the estimation, the PM or the EM can cancel it.',
  )
})
