import { expect, test } from 'vitest'
import {
  CONFIDENCE_KEY,
  CONFIDENCES,
  confidenceEmoji,
  confidenceOfKey,
  confidenceStep,
  confidenceText,
  confidenceWords,
} from './confidence.ts'

test('confidence is written as the handbook writes it', () => {
  expect(CONFIDENCES.map(confidenceText)).toEqual([
    '🔴 Not confident',
    '🟡 Slightly confident',
    '🟢 Very confident',
  ])
  expect(CONFIDENCE_KEY).toBe('Confidence key: 🔴 Not confident · 🟡 Slightly confident · 🟢 Very confident')
  expect([confidenceWords('not'), confidenceEmoji('very')]).toEqual(['Not confident', '🟢'])
})

test('1, 2 and 3 choose it, and no other key', () => {
  expect(['1', '2', '3'].map(confidenceOfKey)).toEqual(['not', 'slightly', 'very'])
  expect(['0', '4', '', 'n', '11'].map(confidenceOfKey)).toEqual([null, null, null, null, null])
})

test('a step down is negative', () => {
  expect(confidenceStep('very', 'slightly')).toBe(-1)
  expect(confidenceStep('not', 'very')).toBe(2)
  expect(confidenceStep('slightly', 'slightly')).toBe(0)
})
