import { expect, test } from 'vitest'

import { viewBoard } from '#lib/contract/boards.ts'
import { nounsTouching, topicsOf } from '#lib/http/topics.ts'

test('a saved view leaves boards as they are; labels, milestones and people do not', () => {
  const nouns = nounsTouching(viewBoard.reads)
  expect(nouns).toEqual(
    expect.arrayContaining(['label', 'milestone', 'epic', 'board', 'role', 'team', 'sample']),
  )
  expect(nouns).not.toContain('view')
  expect(nouns).not.toContain('weighing')
})

test('an event of a noun that is not known touches nothing', () => {
  expect(topicsOf('label.renamed')).toEqual(['labels', 'views'])
  expect(topicsOf('weather.changed')).toEqual([])
})
