import { folded } from '#lib/kit/folded.ts'

/** What a person typed into a search, taken apart. */
export type Asked = {
  /** The text as it is, without surrounding space. */
  text: string
  /** The number of `#12` or `12`; null for anything else. */
  issue: number | null
  /** The number of `&3` or `3`; null for anything else. */
  epic: number | null
  /** What has to be there, each in any place: folded, with the signs inside it. */
  words: readonly string[]
  /** A question such as “who owns billing”: what a team owns answers it. */
  isForOwner: boolean
}

const MOST_WORDS = 12
const LARGEST = 2_147_483_647

export function askedBy(typed: string): Asked {
  const text = typed.trim()
  const [, sign = '', digits = ''] = /^([#&]?)(\d{1,10})$/.exec(text) ?? []
  const number = digits === '' || Number(digits) > LARGEST || Number(digits) === 0 ? null : Number(digits)
  const parts = partsOf(text)
  const isForOwner = parts.some((word) => ASKING.has(word)) && parts.some((word) => OWNING.has(word))
  return {
    text,
    issue: sign === '&' ? null : number,
    epic: sign === '#' ? null : number,
    words: withoutFillers(parts, isForOwner).slice(0, MOST_WORDS),
    isForOwner,
  }
}

/** The words of a text that an issue shall hold: lists and boards take it apart as the search does, and mean signs too. */
export function wordsOf(typed: string): readonly string[] {
  const { words } = askedBy(typed)
  return words.length > 0 ? words : folded(typed).split(' ').filter(Boolean)
}

/** Words between spaces, or between quotation marks as one; a part of signs alone asks for nothing. */
const partsOf = (text: string): string[] =>
  [...folded(text).matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([part, quoted]) => (quoted ?? part).replace(/[?!,;]+$/, '').trim())
    .filter((part) => /[\p{L}\p{N}\p{So}]/u.test(part))

/** Small words say nothing unless they are all there is. */
function withoutFillers(parts: readonly string[], isForOwner: boolean): readonly string[] {
  const telling = parts.filter((word) => !FILLERS.has(word) && !(isForOwner && OWNING.has(word)))
  return telling.length > 0 ? telling : parts
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const ASKING = setOf('who whose whom which what')
const OWNING = setOf('own owns owned owner owners ownership responsible maintains team teams')
const FILLERS = setOf(
  'a an and are as at be been by can did do does for from had has have how i in into is it its my of on or our should ' +
    'that the their there these this those to us was we were what when where which who whom whose why will with you your',
)

/**
 * For PostgreSQL's `to_tsquery`: any of the words, in any form. Holds letters, digits and the signs written here, so
 * that no text is a wrong query. Null where no word is of letters and digits alone.
 */
export function formsQuery({ words }: Pick<Asked, 'words'>): string | null {
  const whole = words.filter(isPlainWord)
  return whole.length === 0 ? null : whole.join(' | ')
}

/** Has other forms in a language; what holds signs is looked for to the letter. */
export const isPlainWord = (word: string): boolean => /^[\p{L}\p{N}]+$/u.test(word)
