/** A line of Markdown as the rules read it: `words` is as long as `text`, with what is code or a hidden hint blanked. */
export type Line = { text: string; words: string }

/** Rules read mentions and quick actions in what people say, never in code that they show. Takes time linear to the text. */
export function linesOf(markdown: string): Line[] {
  const texts = markdown.replaceAll('\r\n', '\n').split('\n')
  const seen = withoutHints(texts.join('\n')).split('\n')
  let fence: string | null = null
  return texts.map((text, at) => {
    const words = seen[at] ?? ''
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(words)
    if (fence !== null) {
      if (mark && mark[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null
      return { text, words: blank(words) }
    }
    if (mark && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))) {
      fence = mark[1] ?? null
      return { text, words: blank(words) }
    }
    return { text, words: withoutCode(words) }
  })
}

const blank = (text: string) => ' '.repeat(text.length)

/** Templates hold hints between `<!--` and `-->`, which nobody sees. */
function withoutHints(text: string): string {
  let seen = ''
  let at = 0
  for (;;) {
    const from = text.indexOf('<!--', at)
    const to = from < 0 ? -1 : text.indexOf('-->', from + 4)
    if (to < 0) return seen + text.slice(at)
    seen += text.slice(at, from) + text.slice(from, to + 3).replaceAll(/[^\n]/g, ' ')
    at = to + 3
  }
}

/** Code within a line lies between two runs of equally many backticks. */
function withoutCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: marks, index }) => ({ index, length: marks.length }))
  const byLength = new Map<number, number[]>()
  for (const { index, length } of runs.toReversed()) {
    const places = byLength.get(length)
    if (places) places.push(index)
    else byLength.set(length, [index])
  }
  let words = ''
  let at = 0
  for (const { index, length } of runs) {
    const places = byLength.get(length) ?? []
    while ((places.at(-1) ?? Infinity) <= index) places.pop()
    const end = places.at(-1)
    if (index < at || end === undefined) continue
    words += line.slice(at, index) + blank(line.slice(index, end + length))
    at = end + length
  }
  return words + line.slice(at)
}

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
