import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { COLUMNS, type ListColumn } from '#lib/contract/issue-lists.ts'

import { gridOf } from './list-grid.ts'

/** The tracks of a template: commas and spaces within brackets belong to one of them. */
function tracksOf(template: string): string[] {
  let depth = 0
  let track = ''
  const tracks: string[] = []
  for (const sign of `${template} `) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ' ' && depth === 0) {
      tracks.push(track)
      track = ''
    } else track += sign
  }
  return tracks
}

const columns = fc
  .subarray([...COLUMNS], { minLength: 1 })
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))

test('each column has a track of its own, and the box for ticking one more', () => {
  fc.assert(
    fc.property(columns, fc.boolean(), (some, checks) => {
      expect(tracksOf(gridOf(some, checks).template)).toHaveLength(some.length + Number(checks))
    }),
  )
})

test('the title alone grows without an end, and more columns never need less room', () => {
  fc.assert(
    fc.property(columns, fc.boolean(), (some, checks) => {
      const { template, least } = gridOf(some, checks)
      expect(template.includes('1fr')).toBe(some.includes('title'))
      const fewer = gridOf(some.slice(0, -1), checks).least
      if (some.length > 1) expect(least).toBeGreaterThan(fewer)
    }),
  )
})

test('the first column begins where the title of the page does, and boxes take the room of that', () => {
  const first = (list: readonly ListColumn[], checks: boolean) => tracksOf(gridOf(list, checks).template)[0]
  expect(first(['state', 'title'], false)).toBe('minmax(76px,84px)')
  expect(tracksOf(gridOf(['state', 'title'], true).template).slice(0, 2)).toEqual([
    '42px',
    'minmax(62px,70px)',
  ])
})

test('a template is one that the browser takes: no empty part, no number that is none', () => {
  fc.assert(
    fc.property(columns, fc.boolean(), (some, checks) => {
      expect(gridOf(some, checks).template).not.toMatch(/NaN|undefined|null|Infinity/)
    }),
  )
})
