/** Blanks within a line. */
const BLANK = '[ \\t\\r\\f\\v\\u00a0\\u2000-\\u200b\\u3000\\ufeff]'

/**
 * A line that holds a place for words and has none: a heading or a label in bold, an empty point of a list, a rule. The
 * database reads the same pattern.
 */
export const BARE_LINE = [
  `${BLANK}*`,
  `${BLANK}*#{1,6}(${BLANK}[^\\n]*)?`,
  `${BLANK}*([*][*][^*]+[*][*]|__[^_]+__):?${BLANK}*`,
  `${BLANK}*([-*+]|[0-9]{1,9}[.)])(${BLANK}+\\[[ xX]?\\])?${BLANK}*`,
  `[-*_=~\`|:>${BLANK.slice(1)}*`,
]
  .map((line) => `^${line}$`)
  .join('|')

const isBare = new RegExp(BARE_LINE)

/** Whether anything is left to read once the hidden hints and the bare headings of an issue template are taken out. */
export function saysSomething(markdown: string): boolean {
  return unhinted(markdown)
    .split('\n')
    .some((line) => !isBare.test(line))
}

/** Also of the hint that was never closed, which hides all that follows. */
function unhinted(markdown: string): string {
  const left: string[] = []
  let at = 0
  while (at < markdown.length) {
    const hint = markdown.indexOf('<!--', at)
    left.push(markdown.slice(at, hint < 0 ? undefined : hint))
    const end = hint < 0 ? -1 : markdown.indexOf('-->', hint + 4)
    if (end < 0) break
    at = end + 3
  }
  return left.join('')
}
