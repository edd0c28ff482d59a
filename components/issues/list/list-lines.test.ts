import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Lookups } from '#components/lookups/lookups.ts'
import { type groupName, linesOf } from './list-lines.ts'

const person = (handle: string, name: string) => ({ handle, name, roles: [] })
const lookups: Lookups = {
  labels: [],
  milestones: [
    { id: '7', slug: '19-7', title: '19.7', startOn: null, dueOn: null, shelf: null, closed: false },
  ],
  current: null,
  next: null,
  people: [person('julie', 'Julie Huang'), person('cindy', 'Cindy Halim')],
  teams: [{ slug: 'gateway', name: 'Gateway Services' }],
  epics: [{ number: 12, title: 'Batch endpoints', closed: false }],
}

const group = (key: string, refs: number[], weight = 0) => ({ key, refs, weight })
const titles = (by: Parameters<typeof groupName>[0], ...keys: string[]) =>
  linesOf({ groups: keys.map((key) => group(key, [1])) }, { by, folded: [] }, lookups).lines.flatMap((line) =>
    line.kind === 'head' ? [line.title] : [],
  )

test('a list that is not grouped has its issues alone, one after the other', () => {
  const { lines, refs, shown } = linesOf(
    { groups: [group('', [7, 3, 9])] },
    { by: null, folded: [] },
    lookups,
  )
  expect(lines).toEqual([
    { kind: 'issue', ref: 7, at: 0 },
    { kind: 'issue', ref: 3, at: 1 },
    { kind: 'issue', ref: 9, at: 2 },
  ])
  expect([refs, shown]).toEqual([
    [7, 3, 9],
    [7, 3, 9],
  ])
})

test('a folded group keeps its head with count and weight, and its issues keep their place among all', () => {
  const { lines, refs, shown } = linesOf(
    { groups: [group('in dev', [7, 3], 5), group('in review', [9], 1)] },
    { by: 'workflow', folded: ['in dev'] },
    lookups,
  )
  expect(lines).toEqual([
    { kind: 'head', key: 'in dev', title: 'in dev', count: 2, weight: 5, folded: true },
    { kind: 'head', key: 'in review', title: 'in review', count: 1, weight: 1, folded: false },
    { kind: 'issue', ref: 9, at: 2 },
  ])
  expect([refs, shown]).toEqual([[7, 3, 9], [9]])
})

test('groups are called as people call them, what has none by what it lacks, what is gone by its key', () => {
  expect(titles('milestone', '19-7', '18-1', '')).toEqual(['19.7', '18-1', 'No milestone'])
  expect(titles('epic', '12', '99', '')).toEqual(['Batch endpoints', '&99', 'No epic'])
  expect(titles('team', 'gateway', 'old', '')).toEqual(['Gateway Services', 'old', 'No functional team'])
  expect(titles('type', 'type::bug', '')).toEqual(['type::bug', 'No type'])
  expect(titles('workflow', 'blocked', 'no such state')).toEqual(['blocked', 'no such state'])
  // names stand isolated, so that those read from the right disturb no sentence
  const plain = (all: string[]) => all.map((title) => title.replaceAll(/[\u2066-\u2069]/g, ''))
  expect(plain(titles('dri', 'julie', 'amy', ''))).toEqual(['Julie Huang', 'amy', 'No DRI'])
  expect(plain(titles('assignees', 'julie,cindy'))).toEqual(['Julie Huang, Cindy Halim'])
})

const groups = fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 }), { maxLength: 6 })

test('folding hides issues and loses none', () => {
  fc.assert(
    fc.property(groups, fc.array(fc.nat(5)), (all, folded) => {
      const index = { groups: all.map((refs, at) => group(`g${at}`, refs)) }
      const { lines, refs, shown } = linesOf(
        index,
        { by: 'type', folded: folded.map((at) => `g${at}`) },
        lookups,
      )
      expect(refs).toEqual(all.flat())
      const drawn = lines.flatMap((line) => (line.kind === 'issue' ? [line.ref] : []))
      expect(drawn).toEqual(shown)
      const hidden = lines.reduce(
        (sum, line) => sum + (line.kind === 'head' && line.folded ? line.count : 0),
        0,
      )
      expect(shown.length + hidden).toBe(refs.length)
    }),
  )
})
