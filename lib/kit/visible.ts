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

/** A sentence round words of others reads on in its own direction: signs that turn a line are left out of it. */
export const withoutTurns = (sentence: string): string =>
  sentence.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
