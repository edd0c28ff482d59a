import { expect, test } from 'vitest'

import { labelsOfPiece, whyNotSplit } from './split.ts'
import { because } from './testing/because.ts'

const bug = { id: 'b', title: 'type::bug', meaning: 'type.bug' }
const ready = { id: 'r', title: 'workflow::ready for development', meaning: 'workflow.ready-for-development' }
const design = { id: 'd', title: 'workflow::design', meaning: 'workflow.design' }
const breakdown = { id: 'p', title: 'workflow::planning breakdown', meaning: 'workflow.planning-breakdown' }
const deliverable = { id: 'x', title: 'Deliverable', meaning: 'deliverable' }
const plain = { id: 'z', title: 'backend', meaning: null }

const pieces = (...titles: string[]) => ({ open: true, pieces: titles.map((title) => ({ title })) })

test('an issue is split into two to six pieces, each with a title of its own', () => {
  expect(whyNotSplit(pieces('Read the list', 'Show the list'))).toBeNull()
  expect(whyNotSplit(pieces('1', '2', '3', '4', '5', '6'))).toBeNull()
  expect(whyNotSplit(pieces('All of it'))?.because).toBe('Split into 2 to 6 pieces.')
  expect(whyNotSplit(pieces('1', '2', '3', '4', '5', '6', '7'))?.code).toBe('pieces')
  expect(whyNotSplit(pieces('Read the list', '  '))?.because).toBe('Enter a title for each piece.')
  expect(whyNotSplit(pieces('Read the list', ' read the LIST'))?.code).toBe('same_title')
})

test('what is closed is not split', () => {
  expect(whyNotSplit({ ...pieces('1', '2'), open: false })?.because).toContain(
    'This issue is closed. Reopen it first.',
  )
})

test('a piece carries over the labels, and the state of work that was not ready yet', () => {
  expect(labelsOfPiece([bug, plain, design], breakdown)).toEqual([bug, plain, design])
})

test('a piece of ready work begins in planning breakdown, and commits nothing', () => {
  expect(labelsOfPiece([bug, ready, deliverable], breakdown)).toEqual([bug, breakdown])
})

test('where the group has no label for planning breakdown, a piece begins without a state', () => {
  expect(labelsOfPiece([bug, ready], null)).toEqual([bug])
})

test('two pieces of one name are told apart by the person who splits', () => {
  expect(because(whyNotSplit(pieces('Read the list', 'read the list ')))).toBe(
    'Two pieces have the same title. Change one.',
  )
})
