import { parser } from '#components/ui/markdown/parser.ts'
import { nodesRound } from '#lib/kit/markdown/round.ts'

/** A text with what is selected in it; `start` and `end` are the same where there is only a caret. */
export type Writing = { text: string; start: number; end: number }

/** What a press of a key or a button does to a text: puts `insert` in place of a part, then selects anew. */
export type TextEdit = { from: number; to: number; insert: string; select: readonly [number, number] }

export const edited = (text: string, { from, to, insert }: TextEdit): string =>
  text.slice(0, from) + insert + text.slice(to)

/** Where the line begins in which a place lies. */
export const lineStartAt = (text: string, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1

/** What a piece of a text lies in; nothing is known of it before what reads Markdown has come. */
function round(text: string, from: number, to: number) {
  const { parse } = parser.get()
  return parse ? nodesRound(parse(text), from, to) : []
}

/** What the parser calls the text that wears a mark. */
const WEARS = { '**': 'strong', '*': 'emphasis', '`': 'inlineCode' } as const

/** Puts marks round the selection, or takes them off where it lies in a text that wears them already. */
export function wrapped({ text, start, end }: Writing, mark: keyof typeof WEARS): TextEdit {
  const chosen = text.slice(start, end)
  const [before, after] = [text.slice(start - mark.length, start), text.slice(end, end + mark.length)]
  if (before === mark && after === mark && text[start - mark.length - 1] !== mark[0]) {
    const from = start - mark.length
    return { from, to: end + mark.length, insert: chosen, select: [from, from + chosen.length] }
  }
  const worn = round(text, start, end).findLast(({ type }) => type === WEARS[mark])
  if (worn) return unwrapped({ text, start, end }, worn, mark.length)
  const at = start + mark.length
  return { from: start, to: end, insert: mark + chosen + mark, select: [at, at + chosen.length] }
}

function unwrapped(
  { text, start, end }: Writing,
  { from, to }: { from: number; to: number },
  width: number,
): TextEdit {
  const insert = text.slice(from + width, to - width)
  const moved = (at: number) => Math.min(Math.max(at - width, from), from + insert.length)
  return { from, to, insert, select: [moved(start), moved(end)] }
}

/** Marks as code: a fence round several lines, backticks within one. */
export function asCode(writing: Writing): TextEdit {
  const { text, start, end } = writing
  const chosen = text.slice(start, end)
  if (!chosen.includes('\n')) return wrapped(writing, '`')
  const insert = `\`\`\`\n${chosen.replace(/\n$/, '')}\n\`\`\``
  return { from: start, to: end, insert, select: [start + 4, start + insert.length - 4] }
}

/** Makes a link of the selection and selects where its address belongs; without one, where its words belong. */
export function asLink({ text, start, end }: Writing): TextEdit {
  const content = text.slice(start, end)
  const insert = `[${content}](https://)`
  const at = start + content.length + 3
  return { from: start, to: end, insert, select: content ? [at, at + 8] : [start + 1, start + 1] }
}

/** Begins each line that the selection touches with a mark, or takes it off where all of them have it. */
export function listed({ text, start, end }: Writing, mark: '- ' | '- [ ] '): TextEdit {
  const from = lineStartAt(text, start)
  const found = text.indexOf('\n', Math.max(start, end - 1))
  const to = found < 0 ? text.length : found
  const lines = text.slice(from, to).split('\n')
  const insert = (
    lines.every((line) => line.startsWith(mark))
      ? lines.map((line) => line.slice(mark.length))
      : lines.map((line) => mark + line.replace(/^- (\[[ x]\] )?/i, ''))
  ).join('\n')
  const end2 = from + insert.length
  return { from, to, insert, select: lines.length > 1 ? [from, end2] : [end2, end2] }
}

/** What Enter does in a list: begins the next item, or ends the list at an empty one; null elsewhere. */
export function continued({ text, start, end }: Writing): TextEdit | null {
  if (start !== end) return null
  const from = lineStartAt(text, start)
  const item = /^(\s{0,40})([-*+]|\d{1,9}[.)])( \[[ xX]\])? (.*)$/.exec(text.slice(from, start))
  if (!item) return null
  if (round(text, start, start).some(({ type }) => type === 'code')) return null
  const [, indent = '', mark = '', task = '', content = ''] = item
  if (content.trim() === '') return { from, to: start, insert: '', select: [from, from] }
  const next = /^\d/.test(mark) ? `${Number.parseInt(mark, 10) + 1}${mark.slice(-1)}` : mark
  const insert = `\n${indent}${next}${task && ' [ ]'} `
  return { from: start, to: start, insert, select: [start + insert.length, start + insert.length] }
}

/** What becomes of an address that is pasted over words: a link on them; null leaves pasting to the browser. */
export function pastedAddress({ text, start, end }: Writing, pasted: string): TextEdit | null {
  const content = text.slice(start, end)
  const address = pasted.trim()
  if (!/^https?:\/\/[^\s()]+$/i.test(address) || content === '' || /[\n\]]/.test(content)) return null
  if (/^https?:\/\/\S*$/i.test(content.trim())) return null
  const insert = `[${content}](${address})`
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] }
}
