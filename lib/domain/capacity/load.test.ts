import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadOf, type Work } from './load.ts'
import { velocityCheck } from './velocity.ts'

const places = [
  { person: 'julie', team: 'selection', share: 1 },
  { person: 'manoj', team: 'selection', share: 0.2 },
  { person: 'manoj', team: 'connectivity', share: 0.6 },
]
const work = (facts: Partial<Work>): Work => ({
  ref: 1,
  weight: 2,
  split: false,
  team: 'selection',
  assignees: [],
  dri: null,
  ...facts,
})

test('work falls to its assignees in equal parts, and to its DRI where none works on it yet', () => {
  expect(loadOf([work({ assignees: ['julie', 'manoj'], weight: 3, dri: 'cindy' })], places)).toEqual([
    { person: 'julie', team: 'selection', weight: 1.5, refs: [1] },
    { person: 'manoj', team: 'selection', weight: 1.5, refs: [1] },
  ])
  expect(loadOf([work({ dri: 'julie' })], places)).toMatchObject([{ person: 'julie', weight: 2 }])
  expect(loadOf([work({})], places)).toMatchObject([{ person: null, team: 'selection', weight: 2 }])
})

test('work that no team of the person owns counts where they give most of their time', () => {
  expect(loadOf([work({ team: null, dri: 'manoj' })], places)).toMatchObject([{ team: 'connectivity' }])
  expect(loadOf([work({ team: 'gateway', dri: 'manoj' })], places)).toMatchObject([{ team: 'connectivity' }])
  expect(loadOf([work({ team: 'selection', dri: 'manoj' })], places)).toMatchObject([{ team: 'selection' }])
})

test('what was split weighs nothing, and neither does what has no weight', () => {
  expect(
    loadOf([work({ split: true, dri: 'julie' }), work({ weight: null, dri: 'julie' })], places),
  ).toMatchObject([{ weight: 0, refs: [1, 1] }])
})

test('the loads add up to the weights of the work', () => {
  const one = fc.record({
    weight: fc.constantFrom(null, 0, 1, 2, 3, 7),
    team: fc.constantFrom(null, 'selection', 'connectivity', 'gateway'),
    assignees: fc.subarray(['julie', 'manoj', 'cindy']),
    dri: fc.constantFrom(null, 'julie', 'manoj'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (facts) => {
      const sum = loadOf(facts.map(work), places).reduce((all, { weight }) => all + weight, 0)
      expect(sum).toBeCloseTo(
        facts.reduce((all, { weight }) => all + (weight ?? 0), 0),
        8,
      )
    }),
  )
})

test('velocity is closed weight for each available day of the last three milestones', () => {
  const past = [
    { title: '19.6', doneWeight: 18, availableDays: 50 },
    { title: '19.5', doneWeight: 22, availableDays: 50 },
    { title: '19.4', doneWeight: 20, availableDays: 50 },
    { title: '19.3', doneWeight: 99, availableDays: 50 },
  ]
  expect(velocityCheck(past, 53)).toBe(21.2)
  expect(velocityCheck([], 53)).toBeNull()
})
