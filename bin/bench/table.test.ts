import { expect, test } from 'vitest'
import { counted, measured, ratio, reached } from './measure.ts'
import { table } from './table.ts'

const quick = { median: 4.2, p95: 18, worst: 30, samples: 100 }

test('a line shows the result, what it must reach, the floor and how far above it we are', () => {
  const fresh = measured('fresh', quick, { target: { at: 'p95', most: 40 }, floor: 2.1 })
  const [heading, , title, line] = table([{ title: 'Reading', measures: [fresh] }]).split('\n')
  expect(heading?.trim().split(/ {2,}/)).toEqual(['median', 'p95', 'target', 'floor', 'ratio'])
  expect(title).toBe('Reading')
  expect(line?.trim().split(/ {2,}/)).toEqual([
    'fresh',
    '4.20 ms',
    '18 ms',
    'p95 ≤ 40 ms',
    '2.10 ms',
    '2×',
    '✓',
  ])
})

test('what is missed is marked, and what has no target is not judged', () => {
  expect(reached(measured('slow', quick, { target: { at: 'p95', most: 10 } }))).toBe(false)
  expect(reached(measured('kept', quick, { target: { at: 'median', most: 10 } }))).toBe(true)
  expect(reached(counted('moves', 250, { unit: '/s', target: { at: 'median', least: 200 } }))).toBe(true)
  expect(reached(counted('moves', 150, { unit: '/s', target: { at: 'median', least: 200 } }))).toBe(false)
  expect(reached(counted('only told', 7))).toBeNull()
})

test('without a floor, or with one of nothing, there is no ratio', () => {
  expect(ratio(counted('alone', 7))).toBeNull()
  expect(ratio(counted('on nothing', 7, { floor: 0 }))).toBeNull()
  expect(ratio(counted('double', 7, { floor: 3.5 }))).toBe(2)
})

test('a part that could not measure says why, beside the others’ results', () => {
  const text = table([
    { title: 'Reading', measures: [counted('cards', 1000)] },
    { title: 'Pages', measures: [], errorText: 'there is no Chromium' },
  ])
  expect(text).toContain('1,000')
  expect(text).toContain('could not be measured: there is no Chromium')
})
