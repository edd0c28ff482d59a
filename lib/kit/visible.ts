/**
 * What has no look: spaces, controls and format signs, marks without a letter, fillers, the empty braille cell, and
 * what Unicode gives no meaning. A name of these alone is a name that nobody can see or press.
 */
const UNSEEN = /[\p{White_Space}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu

/** Letters of private use are drawn by fonts of one's own, and half a pair is refused elsewhere. */
export const isVisible = (text: string): boolean => /\p{Co}/u.test(text) || text.replaceAll(UNSEEN, '') !== ''

/** Two names of one look: in one normal form, without what has no look, with one space for many. Case counts. */
export const lookOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/gu, (sign) =>
      /\s/.test(sign) ? ' ' : '',
    )
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whether two names would be taken for one another, in large letters or in small ones. */
export const areAlike = (one: string, other: string): boolean =>
  lookOf(one).toLowerCase() === lookOf(other).toLowerCase()

/** Letters that are read from the right, and signs that turn a line. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Words of others within a sentence that is plain text, as `<bdi>` is for elements: they are read in their own direction,
 * and the sentence goes on in its. What turns nothing stays as it is.
 */
export const isolated = (words: string): string =>
  TURNS.test(words) ? `\u2068${words.replaceAll(/[\u2066-\u2069]/g, '')}\u2069` : words

/** The same for all that is quoted in a sentence. */
export const withQuotesIsolated = (sentence: string): string =>
  TURNS.test(sentence)
    ? sentence.replaceAll(/“([^”]*)”/g, (_, words: string) => `“${isolated(words)}”`)
    : sentence

/** The same for every text of an event. */
export function allIsolated<T>(data: T): T {
  // safe because each value is answered by one of its own kind
  if (typeof data === 'string') return isolated(data) as T & string
  if (Array.isArray(data)) return data.map(allIsolated) as T & unknown[]
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, allIsolated(value)])) as T
}
