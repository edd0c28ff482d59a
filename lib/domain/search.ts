/** What somebody typed into a search, taken apart. */
export type Asked = {
  /** The text as it is, without surrounding space. */
  text: string
  /** The number of `#12` or `12`; null for anything else. */
  issue: number | null
  /** The number of `&3` or `3`; null for anything else. */
  epic: number | null
  /** Words of letters and digits; the last one may be unfinished. */
  words: readonly string[]
}

const MOST_WORDS = 12
const LARGEST = 2_147_483_647

export function askedBy(typed: string): Asked {
  const text = typed.trim()
  const [, sign = '', digits = ''] = /^([#&]?)(\d{1,10})$/.exec(text) ?? []
  const number = digits === '' || Number(digits) > LARGEST || Number(digits) === 0 ? null : Number(digits)
  return {
    text,
    issue: sign === '&' ? null : number,
    epic: sign === '#' ? null : number,
    words: (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS),
  }
}

/**
 * For PostgreSQL's `to_tsquery`: every word has to be there, and the last may go on. Holds letters, digits and the
 * signs written here, so that no text is a wrong query. Null where there is no word.
 */
export function prefixQuery({ words }: Asked): string | null {
  if (words.length === 0) return null
  return `${words.join(' & ')}:*`
}

/** A part of a text, and whether it is what was looked for. */
export type Snippet = { text: string; hit: boolean }

/** Characters that no text of ours holds round what was found. */
export const HIT_FROM = '\u0001'
export const HIT_TO = '\u0002'

/** Takes a headline apart, where each hit stands between two signs. */
export function snippetOf(headline: string): Snippet[] {
  return headline
    .replaceAll(/\s+/g, ' ')
    .split(HIT_FROM)
    .flatMap((part, at): Snippet[] => {
      if (at === 0) return [{ text: part, hit: false }]
      const [hit = '', ...rest] = part.split(HIT_TO)
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
