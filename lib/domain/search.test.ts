import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { askedBy, HIT_FROM, HIT_TO, prefixQuery, snippetOf } from './search.ts'

test('a number with its sign asks for one thing, a bare one for an issue or an epic', () => {
  expect(askedBy(' #12 ')).toMatchObject({ issue: 12, epic: null })
  expect(askedBy('&3')).toMatchObject({ issue: null, epic: 3 })
  expect(askedBy('7')).toMatchObject({ issue: 7, epic: 7 })
  expect(askedBy('7 days')).toMatchObject({ issue: null, epic: null })
  expect(askedBy('99999999999')).toMatchObject({ issue: null, epic: null })
})

test('the last word may be unfinished, and signs are no words', () => {
  expect(prefixQuery(askedBy('billing (ev'))).toBe('billing & ev:*')
  expect(prefixQuery(askedBy('!&|'))).toBeNull()
})

test('whatever is typed, the query holds words and nothing that PostgreSQL could misread', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const query = prefixQuery(askedBy(typed))
      return query === null || /^[\p{L}\p{N}]+( & [\p{L}\p{N}]+)*:\*$/u.test(query)
    }),
  )
})

test('a headline is taken apart into what was found and what stands round it', () => {
  expect(snippetOf(`of ${HIT_FROM}billing${HIT_TO} events`)).toEqual([
    { text: 'of ', hit: false },
    { text: 'billing', hit: true },
    { text: ' events', hit: false },
  ])
  expect(snippetOf('nothing  found')).toEqual([{ text: 'nothing found', hit: false }])
})
