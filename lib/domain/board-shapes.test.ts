import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { behindWhich, placedBehind, whyNotRemoveBoard } from './board-order.ts'
import { boardSlug, MOST_COLUMNS, shapeChanges, whyNotShape, whyNotBoardTitle } from './board-shapes.ts'
import type { BoardShape } from './board-shapes.ts'
import { shapeFrom, TEMPLATES } from './board-templates.ts'
import { isMeaning } from './labels.ts'
import { because } from './testing/because.ts'

const column = (label: string, wipCount: number | null = null) => ({ label, wipCount, wipWeight: null })
const shape = (facts: Partial<BoardShape> = {}): BoardShape => ({
  title: 'Reviews',
  milestone: { rule: 'current' },
  labels: ['group::custom models'],
  columns: [column('workflow::in dev'), column('workflow::in review')],
  ...facts,
})

test('a board needs a title, and each column a label of its own', () => {
  expect(whyNotShape(shape())).toBeNull()
  expect(whyNotShape(shape({ title: ' ' }))?.because).toBe('Enter a title.')
  expect(whyNotShape(shape({ columns: [column('a'), column('b'), column('a')] }))?.code).toBe('column_twice')
  expect(whyNotShape(shape({ labels: ['a', 'a'] }))?.code).toBe('label_twice')
  const many = Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => column(String(at)))
  expect(whyNotShape(shape({ columns: many }))?.code).toBe('too_many_columns')
  expect(whyNotShape(shape({ columns: many.slice(1) }))).toBeNull()
})

test('the four boards of the way of working stay, a board of one’s own can go', () => {
  expect(whyNotRemoveBoard({ kind: 'build', title: 'Build' })?.because).toContain(
    '“Build” is part of the way of working and cannot be removed.',
  )
  expect(whyNotRemoveBoard({ kind: 'custom', title: 'Mine' })).toBeNull()
})

test('the address of a board follows its title, and is never one that is taken', () => {
  expect(boardSlug('Größe & Alter!', [])).toBe('gro-e-alter')
  expect(boardSlug('日本', [])).toBe('board')
  expect(boardSlug('Build', ['build', 'build-2'])).toBe('build-3')
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (title, others) => {
      const taken = [...others, boardSlug(title, others)]
      const slug = boardSlug(title, taken)
      expect(slug).toMatch(/^[a-z0-9][a-z0-9._-]{0,79}$/)
      expect(taken).not.toContain(slug)
    }),
  )
})

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 8 })

test('a board moves by one place and back, and no other changes its order', () => {
  fc.assert(
    fc.property(slugs, fc.nat(), (list, pick) => {
      const slug = list[pick % list.length] ?? ''
      const after = behindWhich(list, slug, 1)
      if (after === undefined) {
        expect(list.at(-1)).toBe(slug)
        return
      }
      const moved = placedBehind(list, slug, after)
      expect(moved.filter((one) => one !== slug)).toEqual(list.filter((one) => one !== slug))
      expect(moved.indexOf(slug)).toBe(list.indexOf(slug) + 1)
      expect(placedBehind(moved, slug, behindWhich(moved, slug, -1) ?? null)).toEqual(list)
    }),
  )
})

test('behind a board that is gone meanwhile is the end', () => {
  expect(placedBehind(['a', 'b', 'c'], 'a', 'a')).toEqual(['a', 'b', 'c'])
  expect(placedBehind(['a', 'b', 'c'], 'c', null)).toEqual(['c', 'a', 'b'])
})

test('each template speaks of meanings that rules know, and leaves out what a group has no label for', () => {
  const meanings = TEMPLATES.flatMap(({ filter, columns }) => [...filter, ...columns])
  expect(meanings.filter((one) => !isMeaning(one))).toEqual([])
  const bugs = TEMPLATES.find(({ id }) => id === 'severity') ?? TEMPLATES[0]
  const labels = [
    { id: '1', title: 'Bug!', meaning: 'type.bug' },
    { id: '2', title: 'urgent', meaning: 'severity.1' },
  ]
  expect(bugs && shapeFrom(bugs, labels, [])).toEqual({
    title: '',
    milestone: { rule: 'any' },
    labels: ['Bug!'],
    columns: [{ label: 'urgent', wipCount: null, wipWeight: null }],
  })
})

test('an edit tells what it changed, and the order of filter labels is no change', () => {
  expect(shapeChanges(shape(), shape())).toEqual([])
  expect(shapeChanges(shape({ labels: ['a', 'b'] }), shape({ labels: ['b', 'a'] }))).toEqual([])
  expect(shapeChanges(shape(), shape({ title: 'B', milestone: { rule: 'any' } }))).toEqual([
    'title',
    'filter',
  ])
  expect(shapeChanges(shape(), shape({ columns: [column('workflow::in dev')] }))).toEqual(['columns'])
  expect(
    shapeChanges(shape(), shape({ columns: [column('workflow::in dev', 3), column('workflow::in review')] })),
  ).toEqual(['limits'])
})

test('a template finds its shelf by what it stands for, and takes every milestone where there is none', () => {
  const refining = TEMPLATES.find(({ id }) => id === 'refining') ?? TEMPLATES[0]
  const milestones = [{ slug: 'soon', shelf: 'next-1-3' }]
  expect(refining && shapeFrom(refining, [], milestones).milestone).toEqual({ rule: 'fixed', slug: 'soon' })
  expect(refining && shapeFrom(refining, [], []).milestone).toEqual({ rule: 'any' })
})

test('a refused board names the column, the label or the other board that is in the way', () => {
  const twice = [column('a'), column('b'), column('b')]
  expect(because(whyNotShape(shape({ columns: twice })))).toBe('Two columns use “b”. Remove one of them.')
  expect(because(whyNotShape(shape({ labels: ['a', 'b', 'a'] })))).toBe('“a” is in the filter twice.')
  const many = Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => column(String(at)))
  expect(because(whyNotShape(shape({ columns: many })))).toBe('A board has at most 20 columns.')
  expect(whyNotBoardTitle('Reviews', ['Build'])).toBeNull()
  expect(because(whyNotBoardTitle(' reviews ', ['Build', 'Reviews']))).toBe(
    'A board “Reviews” already exists. Choose another title.',
  )
})
