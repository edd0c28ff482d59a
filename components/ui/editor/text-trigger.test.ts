import { describe, expect, test } from 'vitest'

import { edited } from './text-edits.ts'
import { accepted, named, triggerAt } from './text-trigger.ts'

const at = (marked: string) => triggerAt(marked.replace('|', ''), marked.indexOf('|'))

describe('a name that is being typed', () => {
  test('is found before the caret, with what kind of thing it is', () => {
    expect(at('ask @jul|')).toMatchObject({ sigil: '@', query: 'jul' })
    expect(at('@|')).toMatchObject({ sigil: '@', query: '' })
    expect(at('like #12|')).toMatchObject({ sigil: '#', query: '12' })
    expect(at('(~bug|)')).toMatchObject({ sigil: '~', query: 'bug' })
    expect(at('for %18|')).toMatchObject({ sigil: '%', query: '18' })
  })

  test('may hold several words behind a quote', () => {
    expect(at('~"workflow::in d|')).toMatchObject({ sigil: '~', query: 'workflow::in d' })
    expect(at('~"workflow::in dev" |')).toBeNull()
  })

  test('is what follows a command too, and within it what its sigil says', () => {
    expect(at('/close |')).toMatchObject({ sigil: '/', command: 'close', query: '' })
    expect(at('/close won’t d|')).toMatchObject({ sigil: '/', command: 'close', query: 'won’t d', from: 7 })
    expect(at('/assign @ju|')).toMatchObject({ sigil: '@', query: 'ju' })
    expect(at('and /close |')).toBeNull()
  })

  test('is no part of a word, an address or a heading', () => {
    expect(at('me@example|')).toBeNull()
    expect(at('https://example.org/#a|')).toBeNull()
    expect(at('#|')).toBeNull()
    expect(at('## |')).toBeNull()
    expect(at('100%|')).toBeNull()
  })

  test('is not looked for in code', () => {
    expect(at('`@jul|')).toBeNull()
    expect(at('```\n@jul|\n```')).toBeNull()
    expect(at('```\ncode\n```\n@jul|')).toMatchObject({ query: 'jul' })
  })

  test('is a quick action at the beginning of a line alone', () => {
    expect(at('words\n/wei|')).toMatchObject({ sigil: '/', query: 'wei' })
    expect(at('and/or|')).toBeNull()
    expect(at('either /or|')).toBeNull()
  })
})

test('what is chosen takes the place of what was typed, with one space behind it', () => {
  const text = 'set ~"in d for it'
  const trigger = triggerAt(text, 10)
  const edit = trigger && accepted(text, trigger, named('~', 'in dev'))
  expect(edit && edited(text, edit)).toBe('set ~"in dev" for it')
  expect(edit?.select).toEqual([14, 14])
})

test('a name of several words gets quotes', () => {
  expect(named('~', 'bug')).toBe('~bug')
  expect(named('~', 'workflow::in dev')).toBe('~"workflow::in dev"')
  expect(named('%', '18.10')).toBe('%18.10')
})
