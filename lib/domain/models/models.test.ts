import { expect, test } from 'vitest'

import {
  type Answer,
  FIRST_QUESTIONS,
  issueOfEvidence,
  offeringsOf,
  whyNotAnswer,
  whyNotModel,
  whyNotQuestions,
  whyNotWaive,
} from './models.ts'
import { because } from '#lib/domain/testing/because.ts'

const TODAY = '2026-01-07'
const yes: Answer = { verdict: 'yes', evidence: '#12', note: '', expiresOn: '2026-06-30' }
const code = (answer: Partial<Answer>) => whyNotAnswer({ ...yes, ...answer }, TODAY)?.code ?? 'may'

test('a yes is shown by a link or an issue, and holds until a day that is not over', () => {
  expect(code({})).toBe('may')
  expect(code({ evidence: 'https://docs.example.com/models/falcon' })).toBe('may')
  expect(code({ evidence: '' })).toBe('evidence_missing')
  expect(code({ expiresOn: null })).toBe('expiry_missing')
  expect(code({ expiresOn: TODAY })).toBe('may')
  expect(code({ expiresOn: '2026-01-06' })).toBe('expired')
})

test('evidence without an address that opens is refused', () => {
  for (const evidence of ['the wiki', '#0', '# 12', 'javascript:alert(1)', 'ftp://docs', 'https://', '12'])
    expect(code({ evidence }), evidence).toBe('evidence_shape')
})

test('a no says what to get right first, and needs no evidence', () => {
  expect(code({ verdict: 'no', evidence: '', expiresOn: null })).toBe('note_missing')
  expect(code({ verdict: 'no', evidence: '', expiresOn: null, note: 'Write the setup guide.' })).toBe('may')
})

test('the issue that is named as evidence is known by its number', () => {
  expect(issueOfEvidence('#12')).toBe(12)
  expect(issueOfEvidence('https://docs.example.com/#12')).toBeNull()
})

test('a model has a name of its own', () => {
  expect(whyNotModel({ name: 'Falcon' }, ['Heron'])).toBeNull()
  expect(whyNotModel({ name: ' ' }, [])?.code).toBe('name_missing')
  expect(whyNotModel({ name: 'falcon ' }, ['Falcon'])?.because).toBe(
    'The model “falcon” is already in the register.',
  )
})

test('where a model is offered is told in one order, each place once', () => {
  expect(offeringsOf(['dedicated', 'customer_zero', 'dedicated'])).toEqual(['customer_zero', 'dedicated'])
})

test('the questions are at least one, each in words and asked once', () => {
  expect(whyNotQuestions(FIRST_QUESTIONS)).toBeNull()
  expect(whyNotQuestions([])?.code).toBe('question_missing')
  expect(whyNotQuestions([{ text: ' ' }])?.code).toBe('question_empty')
  expect(whyNotQuestions([{ text: 'Ready?' }, { text: 'ready? ' }])?.because).toBe(
    '“ready?” is asked twice. Remove one.',
  )
  const many = Array.from({ length: 11 }, (_, at) => ({ text: `Question ${at}` }))
  expect(whyNotQuestions(many)?.code).toBe('many_questions')
})

test('a waiver says why', () => {
  expect(whyNotWaive({ reason: '\u200b' })?.code).toBe('reason_missing')
  expect(whyNotWaive({ reason: 'A pilot.' })).toBeNull()
})

test('an answer that is refused says what to add, and an expired day is named', () => {
  const why = (answer: Partial<Answer>) => because(whyNotAnswer({ ...yes, ...answer }, TODAY))
  expect(why({ evidence: 'the wiki' })).toBe('Give evidence as a link (https://…) or as an issue (#12).')
  expect(why({ evidence: '' })).toBe('A yes needs evidence: a link or an issue.')
  expect(why({ expiresOn: null })).toBe('Choose the day on which this expires.')
  expect(why({ expiresOn: '2026-01-06' })).toBe('2026-01-06 is over. Choose a later day.')
  expect(why({ verdict: 'no', note: '\u200b' })).toBe('Say what to get right first.')
})

test('questions that are refused say what to keep, write or remove', () => {
  const asked = (...texts: string[]) => because(whyNotQuestions(texts.map((text) => ({ text }))))
  expect(asked()).toBe('Keep at least one question.')
  expect(asked(...Array.from({ length: 11 }, (_, at) => `Question ${at}?`))).toBe('Ask at most 10 questions.')
  expect(asked('Is it documented?', ' ')).toBe('Write each question, or remove it.')
  expect(asked('Is it documented?', ' is it DOCUMENTED?')).toBe(
    '“is it DOCUMENTED?” is asked twice. Remove one.',
  )
  expect(because(whyNotModel({ name: ' ' }, []))).toBe('Give the model a name.')
  expect(because(whyNotWaive({ reason: ' ' }))).toBe('Say why it is waived.')
})
