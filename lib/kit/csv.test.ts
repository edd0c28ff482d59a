import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { CSV_MARK, csvCell, csvLine, csvLines } from './csv.ts'

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ',', ';', '"', '\r', '\n', '\t', '=', "'", '-', '@', ' ', 'é', '\uFEFF'),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

test('what was written is read back to the letter, whatever the cells hold', () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 })
  fc.assert(
    fc.property(table, (lines) => {
      expect(csvLines(CSV_MARK + lines.map(csvLine).join(''))).toEqual(lines)
    }),
    { numRuns: 1000 },
  )
})

test('files of other programs are read too: bare line ends, no end behind the last line, no mark', () => {
  expect(csvLines('a,b\n1,"2;3"\n')).toEqual([
    ['a', 'b'],
    ['1', '2;3'],
  ])
  expect(csvLines('a,b\r1,')).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
  expect(csvLines('')).toEqual([])
})

test('what cuts a line in some country’s spreadsheet stands between quotation marks', () => {
  expect(csvCell('one; two')).toBe('"one; two"')
  expect(csvCell('one\ttwo')).toBe('"one\ttwo"')
  expect(csvCell('say "yes"')).toBe('"say ""yes"""')
  expect(csvCell('one,two')).toBe('"one,two"')
  expect(csvCell(' edge ')).toBe('" edge "')
  expect(csvCell('plain')).toBe('plain')
})

test('no cell begins with what a spreadsheet would compute', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (sign, rest) => {
      expect(csvCell(sign + rest).replace(/^"/, '')).toMatch(/^'/)
    }),
  )
  expect(csvCell('a=b')).toBe('a=b')
  expect(csvCell("it's")).toBe("it's")
  expect(csvCell("'tis")).toBe("'tis")
})
