/**
 * What a spreadsheet would take for a formula begins with one of these. A text that already looks defused counts too:
 * otherwise nobody could tell it from one that was, and taking the ' off again would change it.
 */
const ACTIVE = /^'*[=+\-@\t\r]/

/** One line of CSV as RFC 4180 has it, with its end. Cells that a spreadsheet would compute get a ' in front. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

export function csvCell(text: string): string {
  const safe = ACTIVE.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text that `csvCell` defused, once the quotation marks of CSV are read. */
export const restored = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
