import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { allIsolated, isolated, isVisible, lookOf, withQuotesIsolated } from './visible.ts'

const UNSEEN = [
  ...' \t\n\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u2003\u200b\u200d\u200e\u202e\u2028\u2060\u2066\u2800\u3000\u3164\ufe0f\ufeff\uffa0\ufff9\u0301\u20e3\u0378',
  '\u{e0041}',
  '\u{1d159}',
]

test('a name of signs without a look is none, however many of them there are', () => {
  for (const sign of UNSEEN) expect(isVisible(sign), sign.codePointAt(0)?.toString(16)).toBe(false)
  assert(property(string({ unit: constantFrom(...UNSEEN), maxLength: 9 }), (name) => !isVisible(name)))
})

test('a single letter, digit, sign or picture makes a name', () => {
  for (const name of ['a', '1', '?', '網', '🙂', '👩‍💻', '\u200bא', 'ก็', '\ue000'])
    expect(isVisible(name), name).toBe(true)
})

test('names are of one look whatever signs without a look and normal forms they are written with; case counts', () => {
  const look = lookOf('Résumé bug')
  for (const name of [
    'Re\u0301sume\u0301 bug',
    'Résumé\u00a0bug',
    'Résumé \u200bbug',
    ' Résumé  bug\u2800',
    'Ｒésumé bug',
    'Ré\u00adsumé bug',
  ])
    expect(lookOf(name), name).toBe(look)
  expect(lookOf('résumé bug')).not.toBe(look)
  expect(lookOf('Resume bug')).not.toBe(look)
  assert(
    property(string({ unit: 'grapheme', maxLength: 20 }), (name) => lookOf(lookOf(name)) === lookOf(name)),
  )
})

test('words that are read from the right, or turn a line, are isolated in a sentence; others stay as they are', () => {
  expect(isolated('Export fails')).toBe('Export fails')
  expect(isolated('网関 é 🙂')).toBe('网関 é 🙂')
  expect(isolated('שלום')).toBe('\u2068שלום\u2069')
  expect(isolated('\u202eabc\u2069 d')).toBe('\u2068\u202eabc d\u2069')
  expect(withQuotesIsolated('Julie renamed “\u202eabc” to “d”.')).toBe(
    'Julie renamed “\u2068\u202eabc\u2069” to “d”.',
  )
})

test('every text of an event is isolated, and nothing else of it changes', () => {
  const data = { title: { from: 'a', to: 'سلام' }, labels: ['مرحبا'], weight: 2, blocked: null }
  expect(allIsolated(data)).toEqual({
    title: { from: 'a', to: '\u2068سلام\u2069' },
    labels: ['\u2068مرحبا\u2069'],
    weight: 2,
    blocked: null,
  })
})
