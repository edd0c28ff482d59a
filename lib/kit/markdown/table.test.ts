import { array, assert, property, string } from 'fast-check'
import type { RootContent } from 'mdast'
import { expect, test } from 'vitest'

import { plainText } from './nodes.ts'
import { parseMarkdown } from './parse.ts'
import { nodesRound } from './round.ts'
import { plain, table } from './table.ts'

/** The cells of the one table that a text is, as they are read. */
function cellsOf(text: string): string[][] {
  const [only, ...more] = parseMarkdown(text).children
  if (only?.type !== 'table' || more.length > 0) throw new Error(`No table: ${text}`)
  return only.children.map(({ children }) => children.map((cell) => plainText(cell.children)))
}

test('a table has its head, and numbers stand to the right', () => {
  const text = table(
    ['Team', ['Weight', 'right']],
    [
      ['Selection', '12.5'],
      ['Gateway', ''],
    ],
  )
  expect(text).toBe('| Team | Weight |\n| --- | ---: |\n| Selection | 12.5 |\n| Gateway |  |')
  const [head] = parseMarkdown(text).children
  expect(head).toMatchObject({ type: 'table', align: [null, 'right'] })
  expect(cellsOf(text)[2]).toEqual(['Gateway', ''])
})

test('a table without rows is its head', () => {
  expect(cellsOf(table(['Team', 'Weight'], []))).toEqual([['Team', 'Weight']])
})

test('words of people end no cell and become no markup', () => {
  const words = 'Read | write *both* `a` [b](c) <i> _d_ snake_case \\'
  expect(cellsOf(table(['Title'], [[plain(words)]]))[1]).toEqual([words])
  expect(plain('two\nlines\tand  spaces')).toBe('two lines and spaces')
})

test('whatever is written in a cell, the table keeps its rows and its columns', () => {
  const word = string({ unit: 'grapheme-ascii', maxLength: 12 })
  assert(
    property(array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const rows = words.map((one) => [plain(one), 'end'])
      const cells = cellsOf(table(['A', 'B'], rows))
      expect(cells).toHaveLength(words.length + 1)
      for (const row of cells) expect(row).toHaveLength(2)
      for (const row of cells.slice(1)) expect(row[1]).toBe('end')
    }),
  )
})

test('what a piece of a text lies in is told from the outside in', () => {
  const text = '- one\n- two **three** four'
  const from = text.indexOf('three')
  const round = nodesRound(parseMarkdown(text), from, from + 5)
  expect(round.map(({ type }) => type)).toEqual(['list', 'listItem', 'paragraph', 'strong', 'text'])
  for (const [at, { from: begins, to }] of round.entries()) {
    expect(begins <= from && to >= from + 5).toBe(true)
    const outer = round[at - 1]
    if (outer) expect(outer.from <= begins && to <= outer.to).toBe(true)
  }
})

test('what no node holds as a whole lies in what both ends share', () => {
  const text = '**one** two\n\nthree'
  expect(nodesRound(parseMarkdown(text), 3, 9).map(({ type }) => type)).toEqual(['paragraph'])
  expect(nodesRound(parseMarkdown(text), 3, text.length)).toEqual([])
})

const details = (text: string) => {
  const [first] = parseMarkdown(text).children
  // safe because the text of each test begins with what folds
  const { summary, isOpen, children } = first as unknown as {
    summary: string
    isOpen: boolean
    children: RootContent[]
  }
  return { type: String(first?.type), summary, isOpen, children: children?.map(({ type }) => type) }
}

test('what a person folds keeps its summary, and what it holds is Markdown', () => {
  expect(details('<details>\n<summary>Log</summary>\n\n- one\n\n</details>')).toEqual({
    type: 'details',
    summary: 'Log',
    isOpen: false,
    children: ['list'],
  })
  expect(details('<details open><summary><b>All</b> of it</summary>\n\ntext\n\n</details>')).toMatchObject({
    summary: 'All of it',
    isOpen: true,
  })
})

test('a fold without a summary is called Details, and one that is never closed is text', () => {
  expect(details('<details>\n\ntext\n\n</details>').summary).toBe('Details')
  expect(details('<details>\n\ntext').type).toBe('paragraph')
})

test('folds lie within each other, and each keeps what is its own', () => {
  const text =
    '<details>\n<summary>Outer</summary>\n\n<details>\n<summary>Inner</summary>\n\ntext\n\n</details>\n\nafter\n\n</details>'
  expect(details(text)).toMatchObject({ summary: 'Outer', children: ['details', 'paragraph'] })
})
