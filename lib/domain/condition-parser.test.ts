import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseCondition } from './condition-parser.ts'
import { CONDITION_FIELDS, OPS, whyNotTest } from './condition-fields.ts'
import type { Test } from './condition-fields.ts'
import { normal, printCondition } from './conditions.ts'
import type { Condition } from './conditions.ts'

const odd = fc.constantFrom(
  'in dev',
  'a"b',
  'c\\d',
  '(x)',
  'and',
  'not',
  'é',
  '#12',
  'type:bug',
  ':',
  '<',
  '  ',
)
const values = fc.oneof(
  fc.constantFrom('none', 'bug', 'feature', 'open', 'closed', 'done', 'in-dev', 'at_risk', 'yes', 'no'),
  fc.constantFrom('0', '2', '7d', '0d', '2026-01-07', '18.8', 'julie', 'type::bug'),
  fc.constantFrom('any', 'me', 'current', '-30d', '+7d', 'today', 'blocked-by', '#3', 'no-type'),
  odd,
  fc.string({ maxLength: 8 }),
)

/** A single question that the law lets pass. */
const anyTest: fc.Arbitrary<Test> = fc
  .record({
    kind: fc.constant('test' as const),
    field: fc.constantFrom(...CONDITION_FIELDS),
    op: fc.oneof({ weight: 3, arbitrary: fc.constant(':' as const) }, fc.constantFrom(...OPS)),
    value: values,
  })
  .filter((test) => whyNotTest(test) === null)

/** Any condition, some levels deep; groups are never empty. */
const conditionsOf = (tests: fc.Arbitrary<Test>): fc.Arbitrary<Condition> =>
  fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tests,
      fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).any

const read = (text: string) => {
  const parsed = parseCondition(text)
  return 'condition' in parsed ? parsed.condition : parsed.refusal.because
}
const printed = (text: string) => {
  const condition = read(text)
  return typeof condition === 'string' ? condition : printCondition(condition)
}

describe('a filter that is written down', () => {
  test('means the same when it is read back', () => {
    fc.assert(
      fc.property(conditionsOf(anyTest), (condition) => {
        expect(read(printCondition(condition))).toEqual(normal(condition))
      }),
      { numRuns: 500 },
    )
  })

  test('is refused in words when it cannot be read, and never breaks anything', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '\\',
      'and',
      'or',
      'not',
      ' ',
      'type:bug',
      'x',
      ':',
      '<',
      'due>',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseCondition(text)
        if ('refusal' in parsed) expect(parsed.refusal.because).toMatch(/\S/)
        else expect(read(printCondition(parsed.condition))).toEqual(parsed.condition)
      }),
      { numRuns: 1000 },
    )
    expect(printed('('.repeat(4000))).toMatch('A filter has at most 40 nested groups.')
    expect(printed('not '.repeat(900))).toMatch('A filter has at most 40 nested groups.')
  })

  test('binds “and” closer than “or”, and “and” may be left out', () => {
    expect(printed('type:bug dri:none or weight>2')).toBe('(type:bug and dri:none) or weight>2')
    expect(printed('(type:bug or label:"in dev") and not dri:none')).toBe(
      '(type:bug or label:"in dev") and not dri:none',
    )
  })

  test('looks for words that have no field in the title', () => {
    expect(read('slow')).toEqual({ kind: 'test', field: 'text', op: ':', value: 'slow' })
    expect(printed('"two words" #12')).toBe('"two words" and #12')
  })

  test('says what is wrong', () => {
    expect(printed('colour:red')).toMatch('There is no field “colour”.')
    expect(printed('weight:heavy')).toMatch('A weight is a whole number')
    expect(printed('state:done')).toMatch('“state” is one of open, closed.')
    expect(printed('type<bug')).toMatch('has no order')
    expect(printed('(type:bug')).toMatch('Add a “)”: a “(” is not closed.')
    expect(printed('type:bug)')).toMatch('Remove a “)”: it has no “(”.')
    expect(printed('label:"x')).toMatch('quotation mark')
    expect(printed('or')).toMatch('The filter is incomplete before “or”.')
    expect(printed('not')).toMatch('The filter is incomplete at the end.')
    expect(printed('updated<soon')).toMatch('updated<7d')
    expect(printed('due<constructor')).toMatch('due<7d')
    expect(printed('finding:everything')).toMatch('no-milestone')
    expect(printed('link:beside')).toMatch('blocked-by')
    expect(printed('weight>any')).toMatch('weight:any')
  })
})
