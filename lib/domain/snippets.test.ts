import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { wordsOf } from './search.ts'
import { snippetOf } from './snippets.ts'

test('a few words are shown round what was found, in the letters of the text', () => {
  expect(snippetOf('all of  billing events', ['billing'])).toEqual([
    { text: 'all of ', hit: false },
    { text: 'billing', hit: true },
    { text: ' events', hit: false },
  ])
  expect(snippetOf('My Re\u0301sume\u0301 lies in a/b/網関c', ['resume', '関'])).toEqual([
    { text: 'My ', hit: false },
    { text: 'Re\u0301sume\u0301', hit: true },
    { text: ' lies in a/b/網', hit: false },
    { text: '関', hit: true },
    { text: 'c', hit: false },
  ])
  expect(snippetOf('it throttles', ['throttling'])).toContainEqual({ text: 'throttles', hit: true })
  expect(snippetOf('nothing here', ['billing'])).toEqual([])
})

test('a snippet never holds more than stands in the text, whatever that is', () => {
  assert(
    property(
      string({ unit: 'grapheme', maxLength: 300 }),
      string({ unit: 'grapheme', maxLength: 20 }),
      (text, typed) => {
        const shown = snippetOf(`${text} ${typed} ${text}`, wordsOf(typed))
        const whole = shown
          .map((part) => part.text)
          .join('')
          .replace(/^… /, '')
          .replace(/ …$/, '')
        return `${text} ${typed} ${text}`.replaceAll(/\s+/g, ' ').includes(whole)
      },
    ),
  )
})
