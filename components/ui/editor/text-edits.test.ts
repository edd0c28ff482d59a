import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { fetchParser } from '#components/ui/markdown/parser.ts'

import { asCode, asLink, continued, edited, listed, pastedAddress, wrapped } from './text-edits.ts'
import type { TextEdit, Writing } from './text-edits.ts'

beforeAll(fetchParser)

/** A text in which `‹` and `›` stand round the selection, or `|` where the caret is. */
function writing(marked: string): Writing {
  const [start, end] = marked.includes('|')
    ? [marked.indexOf('|'), marked.indexOf('|')]
    : [marked.indexOf('‹'), marked.indexOf('›') - 1]
  return { text: marked.replaceAll(/[|‹›]/g, ''), start, end }
}

function shown({ text }: Writing, edit: TextEdit | null): string | null {
  if (!edit) return null
  const after = edited(text, edit)
  const [start, end] = edit.select
  if (start === end) return `${after.slice(0, start)}|${after.slice(start)}`
  return `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`
}

const did = (marked: string, change: (writing: Writing) => TextEdit | null) =>
  shown(writing(marked), change(writing(marked)))

describe('what the buttons do', () => {
  test('bold goes on and comes off again, and the words stay selected', () => {
    const bold = (one: Writing) => wrapped(one, '**')
    expect(did('a ‹word› b', bold)).toBe('a **‹word›** b')
    expect(did('a **‹word›** b', bold)).toBe('a ‹word› b')
    expect(did('a |', bold)).toBe('a **|**')
  })

  test('bold comes off wherever one stands in bold words, and never where the stars are code', () => {
    const bold = (one: Writing) => wrapped(one, '**')
    expect(did('a **some w|ord** b', bold)).toBe('a some w|ord b')
    expect(did('a __‹word›__ b', bold)).toBe('a ‹word› b')
    expect(did('`**a‹b›c**`', bold)).toBe('`**a**‹b›**c**`')
    expect(did('*a ‹b›*', (one) => wrapped(one, '*'))).toBe('a ‹b›')
  })

  test('italic within bold words leaves the bold alone', () => {
    expect(did('**‹word›**', (one) => wrapped(one, '*'))).toBe('***‹word›***')
  })

  test('code is a fence where it takes several lines', () => {
    expect(did('‹x›', asCode)).toBe('`‹x›`')
    expect(did('‹x\ny›', asCode)).toBe('```\n‹x\ny›\n```')
  })

  test('a link wants its address next, and without words its words', () => {
    expect(did('see ‹docs›', asLink)).toBe('see [docs](‹https://›)')
    expect(did('see |', asLink)).toBe('see [|](https://)')
  })

  test('a list takes whole lines, turns into tasks, and lets go of them', () => {
    expect(did('one\nt‹wo\nth›ree', (one) => listed(one, '- '))).toBe('one\n‹- two\n- three›')
    expect(did('‹- two\n- three›', (one) => listed(one, '- [ ] '))).toBe('‹- [ ] two\n- [ ] three›')
    expect(did('- tw|o', (one) => listed(one, '- '))).toBe('two|')
  })
})

describe('Enter in a list', () => {
  test('is nothing but a new line in code', () => {
    expect(did('```\n- one|\n```', continued)).toBeNull()
    expect(did('- ```\n  - one|', continued)).toBeNull()
  })

  test('begins the next item, with the next number and an open task', () => {
    expect(did('- one|', continued)).toBe('- one\n- |')
    expect(did('  9. nine|', continued)).toBe('  9. nine\n  10. |')
    expect(did('- [x] done|', continued)).toBe('- [x] done\n- [ ] |')
  })

  test('ends the list at an empty item, and is nothing special elsewhere', () => {
    expect(did('- one\n- |', continued)).toBe('- one\n|')
    expect(did('plain words|', continued)).toBeNull()
    expect(did('‹- one›', continued)).toBeNull()
  })
})

describe('an address that is pasted', () => {
  const paste = (marked: string, address: string) => did(marked, (one) => pastedAddress(one, address))

  test('becomes a link on the words that are selected', () => {
    expect(paste('see ‹the docs› now', 'https://docs.example.org/a')).toBe(
      'see [the docs](https://docs.example.org/a)| now',
    )
  })

  test('stays an address where no words are selected, or an address is replaced', () => {
    expect(paste('see |', 'https://example.org')).toBeNull()
    expect(paste('‹https://old.example.org›', 'https://example.org')).toBeNull()
    expect(paste('‹words›', 'javascript:alert(1)')).toBeNull()
    expect(paste('‹words›', 'two words')).toBeNull()
  })
})

test('whatever is written and selected, an edit stays inside of the text and selects what is there', () => {
  const anything = fc
    .tuple(fc.string({ unit: fc.constantFrom(...'a \n-*`[]0.1x') }), fc.nat(), fc.nat())
    .map(([text, one, other]): Writing => {
      const [a, b] = [one % (text.length + 1), other % (text.length + 1)]
      return { text, start: Math.min(a, b), end: Math.max(a, b) }
    })
  fc.assert(
    fc.property(anything, (one) => {
      const edits = [
        wrapped(one, '**'),
        wrapped(one, '*'),
        asCode(one),
        asLink(one),
        listed(one, '- '),
        listed(one, '- [ ] '),
        continued(one),
      ]
      for (const edit of edits) {
        if (!edit) continue
        const after = edited(one.text, edit)
        expect(edit.from >= 0 && edit.from <= edit.to && edit.to <= one.text.length).toBe(true)
        expect(
          edit.select[0] >= 0 && edit.select[0] <= edit.select[1] && edit.select[1] <= after.length,
        ).toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})
