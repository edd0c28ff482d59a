import { expect, test } from 'vitest'

import { whyNotShape } from './board-shapes.ts'
import { FIRST_LABELS, FIRST_SHELVES, firstBoards } from './founding.ts'
import { isMeaning, whyNotLabelTitle } from './labels.ts'
import { SHELVES, shelfAlias } from './milestones.ts'
import { STATES } from './workflow.ts'

const OURS = 'group::custom models'
const boards = firstBoards(OURS)
const titles = [...FIRST_LABELS.map(({ title }) => title), OURS]

test('a group begins with a label for each state of the flow and each type of work, each title once', () => {
  const meanings = FIRST_LABELS.map(({ meaning }) => meaning)
  for (const state of STATES) expect(meanings).toContain(`workflow.${state}`)
  for (const meaning of ['type.bug', 'type.maintenance', 'type.feature', 'deliverable', 'spike'])
    expect(meanings).toContain(meaning)
  expect(new Set(meanings).size).toBe(meanings.length)
  expect(new Set(titles).size).toBe(titles.length)
})

test('no label and no board that a group begins with breaks a rule for those that come later', () => {
  for (const { title, meaning, hue } of FIRST_LABELS) {
    expect(whyNotLabelTitle(title)).toBeNull()
    expect(isMeaning(meaning)).toBe(true)
    expect(hue >= 0 && hue < 360).toBe(true)
  }
  for (const { title, milestone, labels, columns } of boards) {
    const shape = columns.map((label) => ({ label, wipCount: null, wipWeight: null }))
    expect(whyNotShape({ title, milestone, labels, columns: shape })).toBeNull()
  }
})

test('each column and each filter of the first boards is a label that the group has by then', () => {
  for (const { labels, columns } of boards) {
    for (const title of [...labels, ...columns]) expect(titles).toContain(title)
  }
})

test('the boards are those of the handbook: work is planned on one, built on another, and refined on shelves', () => {
  expect(boards.map(({ slug, milestone }) => [slug, milestone.rule])).toEqual([
    ['planning', 'next'],
    ['build', 'current'],
    ['next-1-3', 'fixed'],
    ['next-4-6', 'fixed'],
  ])
  expect(boards[1]?.labels).toEqual([OURS, 'Deliverable'])
  expect(boards[2]?.columns).toEqual(boards[3]?.columns)
})

test('a group begins with each shelf, and each is known by its own title', () => {
  expect(FIRST_SHELVES.map(({ shelf }) => shelf).toSorted()).toEqual([...SHELVES].toSorted())
  for (const { shelf, title } of FIRST_SHELVES) expect(shelfAlias(title)).toBe(shelf)
})
