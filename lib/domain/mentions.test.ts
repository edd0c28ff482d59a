import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { mentionsIn } from './mentions.ts'

const handles = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,20}[a-z0-9])?$/)
const around = fc.constantFrom('', ' ', 'Ask ', '(', '“', '\n', '**', '- ')
const behind = fc.constantFrom('', '.', ', please', '’s turn', ')', '?', '\n', '**', ': look')

describe('who is mentioned', () => {
  test('is each person named with @, once each, in their order', () => {
    expect(mentionsIn('@julie and @Newick, then @julie again.')).toEqual(['julie', 'newick'])
    expect(mentionsIn('cc @manoj.m-j.')).toEqual(['manoj.m-j'])
  })

  test('is no person in an address, a package or a path', () => {
    expect(mentionsIn('write to a@example.org')).toEqual([])
    expect(mentionsIn('see https://example.org/@julie')).toEqual([])
    expect(mentionsIn('install `@scope/part`, @@julie')).toEqual([])
  })

  test('is everyone of several, and within emphasis', () => {
    expect(mentionsIn('_@newick_, @julie/@cindy and **@manoj**')).toEqual([
      'newick',
      'julie',
      'cindy',
      'manoj',
    ])
  })

  test('is no person in code or in a hint', () => {
    expect(mentionsIn('`@julie`\n```\n@newick\n```\n<!-- @cindy -->')).toEqual([])
  })

  test('is found whatever stands around the name, and never inside of code', () => {
    fc.assert(
      fc.property(handles, around, behind, (handle, before, after) => {
        expect(mentionsIn(`${before}@${handle}${after}`)).toEqual([handle])
        expect(mentionsIn(`${before}\`@${handle}\`${after}`)).toEqual([])
        expect(mentionsIn(`\`\`\`\n${before}@${handle}${after}\n\`\`\``)).toEqual([])
      }),
    )
  })

  test('is read from any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(mentionsIn(text))))
  })
})
