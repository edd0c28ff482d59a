import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { chipsOf, conditionOf } from './chips.ts'
import type { Asking } from './chips.ts'
import { parseCondition } from './condition-parser.ts'
import { asks, NO_CONDITION, printCondition } from './conditions.ts'
import { chipsFrom, LIST_FIELDS } from './filters.ts'

const LIST: Asking = { fields: LIST_FIELDS, words: 'text' }
const read = (text: string) => {
  const parsed = parseCondition(text)
  return 'condition' in parsed ? parsed.condition : NO_CONDITION
}
const printed = (query: string) =>
  printCondition(conditionOf(chipsFrom(new URLSearchParams(query), LIST_FIELDS), LIST))
/** What chips say of it as an address of before did, and what they leave. */
const told = (text: string) => {
  const { chips, rest } = chipsOf(read(text), LIST)
  return {
    words: chips.words,
    chips: chips.clauses.map(({ field, is, value }) => `${field}${is ? '' : '!'}=${value}`),
    rest: printCondition(rest),
  }
}

test('chips say the same in the language', () => {
  expect(printed('q=slow list&type=bug&type=feature&label=a b&label=c&dri!=none&due=<7d')).toBe(
    'slow and list and (type:bug or type:feature) and label:"a b" and label:c and not dri:none and due<7d',
  )
  expect(printed('')).toBe('')
})

describe('chips are read out of a filter', () => {
  test('as far as they can say it', () => {
    expect(told('slow type:bug and not dri:me and (team:a or team:none) and weight>2')).toEqual({
      words: ['slow'],
      chips: ['type=bug', 'dri!=me', 'team=a', 'team=none', 'weight=>2'],
      rest: '',
    })
  })

  test('and leave what they cannot: alternatives of several fields or labels, and what no chip asks for', () => {
    expect(told('type:bug and (dri:me or weight:3) and (label:a or label:b) and created<7d')).toEqual({
      words: [],
      chips: ['type=bug'],
      rest: '(dri:me or weight:3) and (label:a or label:b) and created<7d',
    })
  })

  test('and two wishes for one field at once stay what they are', () => {
    expect(told('type:bug and type:feature')).toEqual({
      words: [],
      chips: ['type=bug'],
      rest: 'type:feature',
    })
  })
})

const clause = fc.record({
  field: fc.constantFrom('type', 'label', 'dri', 'team', 'due'),
  is: fc.boolean(),
  value: fc.constantFrom('bug', 'none', 'a b', 'today', '<7d'),
})

test('whatever chips say is read back as the same chips, and what is written is asked as a whole', () => {
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 6 }), fc.boolean(), (clauses, isWritten) => {
      const query = new URLSearchParams(
        clauses.map(({ field, is, value }) => [is ? field : `${field}!`, value]),
      )
      const rest = isWritten ? read('created<7d or author:none') : NO_CONDITION
      const whole = conditionOf(chipsFrom(query, LIST_FIELDS), LIST, asks(rest) ? [rest] : [])
      const again = chipsOf(whole, LIST)
      expect(printCondition(again.rest)).toBe(printCondition(rest))
      expect(printCondition(conditionOf(again.chips, LIST, asks(rest) ? [rest] : []))).toBe(
        printCondition(whole),
      )
    }),
  )
})
