import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { askedBy, formsQuery, wordsOf } from './search.ts'

test('a number with its sign asks for one thing, a bare one for an issue or an epic', () => {
  expect(askedBy(' #12 ')).toMatchObject({ issue: 12, epic: null })
  expect(askedBy('&3')).toMatchObject({ issue: null, epic: 3 })
  expect(askedBy('7')).toMatchObject({ issue: 7, epic: 7 })
  expect(askedBy('7 days')).toMatchObject({ issue: null, epic: null })
  expect(askedBy('99999999999')).toMatchObject({ issue: null, epic: null })
})

test('technical words stay whole, what stands in quotation marks is one, and signs alone are no words', () => {
  expect(wordsOf('Net::ReadTimeout in blimp.yaml')).toEqual(['net::readtimeout', 'blimp.yaml'])
  expect(wordsOf('“slow list” now')).toEqual(['slow list', 'now'])
  expect(askedBy('!&| % ( "').words).toEqual([])
  expect(wordsOf('100 %')).toEqual(['100'])
  expect(wordsOf('%')).toEqual(['%'])
})

test('a question asks for what is left of it, and small words count where they are all there is', () => {
  expect(askedBy('Who owns billing?')).toMatchObject({ words: ['billing'], isForOwner: true })
  expect(askedBy('which team is responsible for the prompt registry')).toMatchObject({
    words: ['prompt', 'registry'],
    isForOwner: true,
  })
  expect(askedBy('code owners file')).toMatchObject({ words: ['code', 'owners', 'file'], isForOwner: false })
  expect(wordsOf('the')).toEqual(['the'])
})

test('whatever is typed, the query holds words and nothing that PostgreSQL could misread', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const query = formsQuery(askedBy(typed))
      return query === null || /^[\p{L}\p{N}]+( \| [\p{L}\p{N}]+)*$/u.test(query)
    }),
  )
})
