import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { csvCell, csvLine, restored } from './csv.ts'

/** Reads what RFC 4180 says, letter by letter; written for the test, so that writer and reader are not one mistake. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < line.length - 2; at += 1) {
    const sign = line[at] ?? ''
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += sign
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (sign === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

test('a line of cells is read back as the same cells', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', "'", '-', ' ', 'é'),
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
      expect(cellsOf(csvLine(cells)).map(restored)).toEqual(cells)
    }),
  )
})

test('no cell begins with what a spreadsheet would compute', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
      expect(csvCell(sign + rest).replace(/^"/, '')).toMatch(/^'/)
    }),
  )
  expect(csvCell('a=b')).toBe('a=b')
  expect(csvCell("it's")).toBe("it's")
  expect(csvCell("'tis")).toBe("'tis")
})
