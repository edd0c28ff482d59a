export type Column = string | [title: string, align: 'right']

/** The head, what aligns the columns, and the rows; an empty cell stays empty. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map((column) => (typeof column === 'string' ? column : column[0]))
  const marks = columns.map((column) => (typeof column === 'string' ? '---' : '---:'))
  return [titles, marks, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Words of people within a table: no mark of theirs ends the cell or becomes markup. */
export const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[\\|*`[\]<]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
