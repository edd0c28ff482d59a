import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  afterChange,
  conflictsOf,
  impliedType,
  isMeaning,
  keepLabel,
  scopeOf,
  stateOf,
  typeOf,
  whyNotLabelTitle,
  withLabel,
  whyNotTogether,
} from './labels.ts'
import type { LabelFact } from './labels.ts'
import { because } from './testing/because.ts'

const label = (title: string, meaning: string | null = null): LabelFact => ({ id: title, title, meaning })

const inDev = label('workflow::in dev', 'workflow.in-dev')
const inReview = label('workflow::in review', 'workflow.in-review')
const backendReview = label('workflow::backend::review')
const bug = label('type::bug', 'type.bug')

describe('scopes', () => {
  test('the scope is everything before the last ::', () => {
    expect(scopeOf('workflow::in dev')).toBe('workflow')
    expect(scopeOf('workflow::backend::review')).toBe('workflow::backend')
    expect(scopeOf('Category:Self-Hosted models')).toBeNull()
    expect(scopeOf('Deliverable')).toBeNull()
    expect(scopeOf('::adrift')).toBeNull()
  })

  test('setting a label takes the other of its scope off', () => {
    expect(withLabel([bug, inDev], inReview)).toEqual({ added: [inReview], removed: [inDev] })
  })

  test('labels of different scopes coexist, however much their names share', () => {
    expect(withLabel([backendReview], inDev)).toEqual({ added: [inDev], removed: [] })
    expect(conflictsOf([backendReview, inDev])).toEqual([])
  })

  test('scopes are told apart by case', () => {
    expect(withLabel([label('Workflow::in dev')], label('workflow::done')).removed).toEqual([])
  })

  test('setting a held label changes nothing', () => {
    expect(withLabel([inDev, bug], inDev)).toEqual({ added: [], removed: [] })
  })

  test('a renamed state still takes the place of another state', () => {
    expect(withLabel([label('Doing', 'workflow.in-dev')], inReview).removed).toEqual([
      label('Doing', 'workflow.in-dev'),
    ])
  })

  test('a type takes the sub-types of other types off, and the other way round', () => {
    const feature = label('type::feature', 'type.feature')
    expect(withLabel([bug, label('bug::performance')], feature).removed).toHaveLength(2)
    expect(withLabel([bug, inDev], label('maintenance::refactor')).removed).toEqual([bug])
    expect(withLabel([bug], label('bug::performance')).removed).toEqual([])
  })

  test('a priority does not exclude a severity', () => {
    expect(withLabel([label('P1', 'priority.1')], label('S1', 'severity.1')).removed).toEqual([])
  })

  test('no series of labels set by hand ever ends in a conflict', () => {
    const any = fc
      .constantFrom('a::1', 'a::2', 'a::b::1', 'a::b::2', 'c::1', 'plain', 'other', 'bug::x', 'feature::y')
      .map((t) => label(t))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (sets) => {
        const held = sets.reduce<LabelFact[]>((now, add) => afterChange(now, withLabel(now, add)), [])
        expect(conflictsOf(held)).toEqual([])
        const last = sets.at(-1)
        if (last) expect(held).toContainEqual(last)
        expect(new Set(held.map((one) => one.id)).size).toBe(held.length)
      }),
    )
  })
})

describe('imported conflicts', () => {
  test('two labels of one scope are shown, once', () => {
    expect(conflictsOf([inDev, bug, inReview])).toEqual([
      { scope: 'workflow', titles: ['workflow::in dev', 'workflow::in review'] },
    ])
  })

  test('two types are a conflict also when their titles share no scope', () => {
    expect(conflictsOf([bug, label('Chore', 'type.maintenance')])).toEqual([
      { scope: 'type', titles: ['type::bug', 'Chore'] },
    ])
  })

  test('a sub-type of another type than the one that is said is a conflict, of the same one it is none', () => {
    expect(conflictsOf([label('bug::performance'), label('type::feature', 'type.feature')])).toEqual([
      { scope: 'type', titles: ['bug::performance', 'type::feature'] },
    ])
    expect(conflictsOf([label('bug::performance'), label('feature::addition')])).toHaveLength(1)
    expect(conflictsOf([label('bug::performance'), bug])).toEqual([])
  })

  test('fixing keeps the one that a person chose', () => {
    expect(keepLabel([inDev, bug, inReview], inReview)).toEqual({ added: [], removed: [inDev] })
  })
})

describe('titles', () => {
  test.each([
    ['', 'title_missing'],
    ['   ', 'title_missing'],
    [' padded', 'title_spaces'],
    ['one, two', 'title_comma'],
    ['two\nlines', 'title_control'],
    ['x'.repeat(256), 'title_long'],
  ])('%j is refused', (title, code) => expect(whyNotLabelTitle(title)?.code).toBe(code))

  test.each(['workflow::in dev', 'a'.repeat(255), '🟡'.repeat(255), 'Category:Model personalization'])(
    'a title of at most 255 characters is fine',
    (title) => expect(whyNotLabelTitle(title)).toBeNull(),
  )
})

describe('meanings', () => {
  test.each([
    'type.bug',
    'type.ignore',
    'workflow.in-dev',
    'deliverable',
    'category.self-hosted models',
    'severity.1',
    'priority.4',
  ])('%s is one', (meaning) => expect(isMeaning(meaning)).toBe(true))

  test.each([
    '',
    'type',
    'type.',
    'type.chore',
    'workflow.in dev',
    'severity.5',
    'priority.0',
    'category.',
    'Deliverable',
    'deliverable.x',
  ])('%j is none', (meaning) => expect(isMeaning(meaning)).toBe(false))

  test('a sub-type implies its type', () => {
    expect(impliedType('bug::performance')).toBe('bug')
    expect(impliedType('maintenance::refactor')).toBe('maintenance')
    expect(impliedType('feature::addition')).toBe('feature')
    expect(impliedType('type::bug')).toBeNull()
    expect(impliedType('debug::x')).toBeNull()
  })

  test('a type that is said outright wins over one that is implied', () => {
    expect(typeOf([label('feature::addition'), bug])).toBe('bug')
    expect(typeOf([label('feature::addition')])).toBe('feature')
    expect(typeOf([inDev])).toBeNull()
  })

  test('where an issue stands is read from the meaning, never from the title', () => {
    expect(stateOf([bug, label('Doing', 'workflow.in-dev')])).toBe('in-dev')
    expect(stateOf([label('workflow::in dev')])).toBeNull()
  })
})

describe('what is refused of labels', () => {
  test('a title says what is wrong with it', () => {
    expect(because(whyNotLabelTitle('\u200b'))).toBe('Enter a title.')
    expect(because(whyNotLabelTitle(' bug'))).toBe('Remove the spaces around the title.')
    expect(because(whyNotLabelTitle('bug, small'))).toBe('A label title cannot contain a comma.')
    expect(because(whyNotLabelTitle('bug\tsmall'))).toBe('A label title is one line of plain text.')
    expect(because(whyNotLabelTitle('a'.repeat(256)))).toBe('A label title has at most 255 characters.')
  })

  test('one act puts a label on or takes it off, and of two that exclude each other one on', () => {
    expect(whyNotTogether([inDev, bug], [inReview])).toBeNull()
    expect(whyNotTogether([inDev, inDev])).toBeNull()
    expect(because(whyNotTogether([inDev], [inDev]))).toBe(
      '“workflow::in dev” cannot be added and removed at once.',
    )
    expect(because(whyNotTogether([bug, inDev, inReview]))).toBe(
      'An issue has only one of “workflow::in dev” and “workflow::in review”. Choose one.',
    )
  })
})
