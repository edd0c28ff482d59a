/**
 * What a spreadsheet would take for a formula begins with one of these. A text that already looks defused counts too:
 * otherwise nobody could tell it from one that was, and taking the ' off again would change it.
 */
const ACTIVE = /^'*[=+\-@\t\r\n]/
const DEFUSED = /^'+[=+\-@\t\r\n]/

/** Programs cut lines at these, depending on the country; spaces at an edge are lost by some, unless they are quoted. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/** Stands first in a file: without it spreadsheets take UTF-8 for the letters of the country. */
export const CSV_MARK = '\uFEFF'

/** One line of CSV as RFC 4180 has it, with its end. Cells that a spreadsheet would compute get a ' in front. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A column of a file: its head, and what stands in it. */
export type CsvColumn<T> = [head: string, cell: (row: T) => string | number | null]

export const cellOf = <T>(row: T, [, cell]: CsvColumn<T>): string => String(cell(row) ?? '')

/** A whole file: the heads, and a line for each row. */
export const csvFile = <T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string =>
  CSV_MARK +
  [columns.map(([head]) => head), ...rows.map((row) => columns.map((column) => cellOf(row, column)))]
    .map(csvLine)
    .join('')

export function csvCell(text: string): string {
  const safe = ACTIVE.test(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The lines that `csvLine` wrote, to the letter, with or without the mark in front. Reads what other programs write as
 * well: bare line ends, no end behind the last line.
 */
export function csvLines(file: string): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  for (const [, quoted, plain = '', end = ''] of file.replace(/^\uFEFF/, '').matchAll(CELL)) {
    if (quoted === undefined && plain === '' && end === '' && cells.length === 0) break
    cells.push(restored(quoted?.replaceAll('""', '"') ?? plain))
    if (end === ',') continue
    lines.push(cells)
    cells = []
    if (end === '') break
  }
  return lines
}

/** A cell with or without quotation marks, and what ends it: a comma, the end of the line, or that of the file. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/g

const restored = (cell: string): string => (DEFUSED.test(cell) ? cell.slice(1) : cell)
