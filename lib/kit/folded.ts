/**
 * What two texts have in common that read alike: small letters without accents, in one normal form, without signs that
 * nobody sees, with one space for many. Searches and filters compare these. The database says the same of what it
 * keeps (`folded` in db/migrations); a test holds the two together.
 */
export function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(SPACE, ' ')
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNHEARD, '')
    .replace(KIN, (letter) => KINDRED.get(letter) ?? letter)
    .normalize('NFC')
    .replace(SPACE, ' ')
}

/** Whether each word stands somewhere in the text, whatever surrounds it. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const held = folded(text)
  return words.every((word) => held.includes(folded(word)))
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text)

/** Letters that no normal form takes apart, and signs of one meaning. */
const KINDRED = new Map(
  ['ıi ςσ øo łl đd ðd ħh ŧt ßss æae œoe þth', '‘\' ’\' ʼ\' “" ”" „" ‐- –- —-']
    .flatMap((pairs) => pairs.split(' '))
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)
const KIN = new RegExp(`[${[...KINDRED.keys()].join('')}]`, 'g')

/** What ends a line counts as a space, and so does any other control sign of ASCII. */
const SPACE = /(?:(?![!-\x7f])\p{ASCII}|[\u0085\u1680\u2028\u2029])+/gu

/** Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic letters, and what has no look at all. */
const UNHEARD = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a',
    '\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff',
    '\\u20d0-\\u20ff\\ufe20-\\ufe2f',
    '\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164',
    '\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}',
  ].join('')}]`,
  'gu',
)
