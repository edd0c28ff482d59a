import { expect, test } from 'vitest'
import { callRateText, isSafeLink, whyNotCall, whyNotChangeCall } from './calls.ts'

const CALL = {
  outcome: 'We keep it.',
  why: 'Comments went past.',
  recording: '',
  day: '2026-01-06',
  today: '2026-01-06',
  people: 2,
}

test('a call has at least two people, an outcome, and a reason why async was not enough', () => {
  expect(whyNotCall(CALL)).toBeNull()
  expect(whyNotCall({ ...CALL, people: 1 })?.code).toBe('alone')
  expect(whyNotCall({ ...CALL, outcome: ' ' })?.because).toContain('what came out')
  expect(whyNotCall({ ...CALL, why: '' })?.because).toContain('why async')
  expect(whyNotCall({ ...CALL, day: '2026-01-07' })?.code).toBe('to_come')
})

test('who was in it, who noted it and the EM change the note', () => {
  const none = { mine: false, wasIn: false, leads: false }
  expect(whyNotChangeCall(none)?.code).toBe('not_yours')
  for (const who of ['mine', 'wasIn', 'leads']) expect(whyNotChangeCall({ ...none, [who]: true })).toBeNull()
})

test('a recording is a link by https, without a password', () => {
  expect(isSafeLink('https://video.example/watch?v=1')).toBe(true)
  for (const bad of [
    'http://video.example',
    'javascript:alert(1)',
    'https://',
    'https://a b.example',
    'https://me:pw@video.example',
    'https://intranet',
    'video.example',
  ])
    expect(isSafeLink(bad), bad).toBe(false)
})

test('how often people call is told of the group', () => {
  expect(callRateText({ calls: 0, recorded: 0, weeks: 8 })).toBe('No calls in the last 8 weeks.')
  expect(callRateText({ calls: 1, recorded: 0, weeks: 8 })).toBe(
    'One call in the last 8 weeks, none with a recording.',
  )
  expect(callRateText({ calls: 3, recorded: 2, weeks: 8 })).toBe(
    '3 calls in the last 8 weeks, 2 with a recording.',
  )
})
