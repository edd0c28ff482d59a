import { isPlainWord } from '#lib/domain/search.ts'

/** Puts a value among the parameters of the statement, and gives the place that stands for it. */
export type Given = (value: unknown) => string

/** Where a folded word stands anywhere in a folded text. */
export const patternOf = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Whether the document `d` holds a folded word: as a part of any word, or in another of its forms. */
export function holdsWordSql(word: string, given: Given): string {
  const part = `d.plain like ${given(patternOf(word))}`
  if (!isPlainWord(word)) return part
  return `(${part} or d.words @@ plainto_tsquery('english', ${given(word)}))`
}
