import { expect, test } from 'vitest'

import { matching } from './palette-items.ts'
import type { Item } from './palette-items.ts'

const item = (title: string, keywords?: string): Item => ({
  id: title,
  title,
  icon: 'right',
  run: () => {},
  ...(keywords ? { keywords } : {}),
})
const lines = [item('Set the milestone…'), item('Milestones'), item('Build', 'go to board')]
const found = (typed: string) => matching(lines, typed).map(({ title }) => title)

test('a line is found by the newIssueDefaults of its words, in any order', () => {
  expect(found('mile set')).toEqual(['Set the milestone…'])
  expect(found('estone')).toEqual([])
})

test('a line that begins with what was typed stands first', () => {
  expect(found('mile')).toEqual(['Milestones', 'Set the milestone…'])
})

test('words that are not shown are found too', () => {
  expect(found('go to build')).toEqual(['Build'])
})
