import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { CONFIDENCES } from '#lib/domain/confidence.ts'

import { anUpdate } from '../testing.ts'
import { draftText, fieldsOf, readFields, saysTheSame, whyNotReady, writtenFields } from './draft-fields.ts'

const written = {
  progress: 'The engine side is ready.',
  blockers: '',
  next: 'Merge',
  confidence: 'very',
} as const

const anyFields = fc.record({
  progress: fc.string(),
  blockers: fc.string(),
  next: fc.string(),
  confidence: fc.constantFrom(...CONFIDENCES, null),
})

test('what a device keeps is read as it was written', () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      expect(readFields(writtenFields(fields))).toEqual(fields)
    }),
  )
})

test.each(['', 'a text', 'null', '7', '[]', '{"progress":"x"}', '{"progress":1,"blockers":"","next":""}'])(
  '%s is no draft',
  (text) => {
    expect(readFields(text)).toBeNull()
  },
)

test('an unknown confidence is none', () => {
  const text = JSON.stringify({ ...written, confidence: 'quite' })
  expect(readFields(text)).toEqual({ ...written, confidence: null })
})

test('fields begin with what is proposed, and a confidence is never among it', () => {
  expect(fieldsOf({ draft: null, update: null, proposed: 'Moved to in review.' })).toEqual({
    progress: 'Moved to in review.',
    blockers: '',
    next: '',
    confidence: null,
  })
})

test('a draft goes before what was posted, and what was posted before what is proposed', () => {
  const draft = { ...written, next: 'Wait', version: 3, savedAt: '2026-11-26T10:00:00Z' }
  const update = anUpdate(1, written)
  expect(fieldsOf({ draft, update, proposed: 'Closed.' })).toEqual({ ...written, next: 'Wait' })
  expect(fieldsOf({ draft: null, update, proposed: 'Closed.' })).toEqual(written)
})

test('it is ready with progress and a confidence, and says what is missing otherwise', () => {
  expect(whyNotReady(written)).toBeNull()
  expect(whyNotReady({ ...written, blockers: '', next: '' })).toBeNull()
  expect(whyNotReady({ ...written, confidence: null })).toBe('choose a confidence')
  expect(whyNotReady({ ...written, progress: ' \n' })).toBe('write the progress')
  expect(whyNotReady({ ...written, progress: '', confidence: null })).toBe(
    'write the progress and choose a confidence',
  )
})

test('two versions are laid beside each other with all that they say', () => {
  expect(draftText(written)).toBe(
    'Progress: The engine side is ready.\nBlockers: \nNext: Merge\nConfidence: 🟢 Very confident',
  )
  expect(draftText({ ...written, confidence: null })).toContain('Confidence: not chosen')
})

test('spaces at the ends make no other update', () => {
  expect(saysTheSame({ ...written, next: ' Merge\n' }, written)).toBe(true)
  expect(saysTheSame({ ...written, next: 'Merge it' }, written)).toBe(false)
  expect(saysTheSame({ ...written, confidence: 'not' }, written)).toBe(false)
})
