import { addDays } from '#lib/kit/plain-date.ts'

/** Two weeks of a word’s own: no milestone that is made in them overlaps another one. */
export function ownDays(word: string): { startOn: string; dueOn: string } {
  const startOn = addDays('2030-01-07', Number(word.slice('word-'.length)) * 14)
  return { startOn, dueOn: addDays(startOn, 11) }
}
