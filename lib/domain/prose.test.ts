import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { linesOf } from './prose.ts'

const words = (text: string) => linesOf(text).map((line) => line.words)

describe('what of a text the rules read', () => {
  test('is everything outside of code', () => {
    expect(words('say `not this` but this')).toEqual(['say            but this'])
    expect(words('``a ` b`` c')).toEqual(['          c'])
    expect(words('one ` alone')).toEqual(['one ` alone'])
  })

  test('stops at a fence and goes on behind the one that closes it', () => {
    expect(words('a\n```ts\nb\n```\nc').map((line) => line.trim())).toEqual(['a', '', '', '', 'c'])
    expect(words('~~~~\nb\n~~~\nc\n~~~~\nd').map((line) => line.trim())).toEqual(['', '', '', '', '', 'd'])
    expect(words('```\nnever closed').map((line) => line.trim())).toEqual(['', ''])
    expect(words('```not a fence``` but code').map((line) => line.trim())).toEqual(['but code'])
  })

  test('leaves out the hidden hints of a template', () => {
    expect(words('<!-- one\ntwo --> three').map((line) => line.trim())).toEqual(['', 'three'])
    expect(words('<!-- never closed')).toEqual(['<!-- never closed'])
  })

  test('keeps every line and the length of each, whatever the text', () => {
    const texts = fc.string({ unit: fc.constantFrom('`', '~', '\n', '<', '!', '-', '>', 'a', ' ', '\\') })
    fc.assert(
      fc.property(texts, (text) => {
        expect(
          linesOf(text)
            .map((line) => line.text)
            .join('\n'),
        ).toBe(text)
        for (const line of linesOf(text)) expect(line.words.length).toBe(line.text.length)
      }),
    )
  })

  test('is found in texts that are made to take long, like anything else', () => {
    for (const nasty of ['<!--', '`', '``` ` ', '~~~\n', '` `` ', '> ', '[', '*a_'])
      expect(linesOf(nasty.repeat(65_000 / nasty.length)).length).toBeGreaterThan(0)
  })
})
