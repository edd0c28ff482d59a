/** What stands below each other. Texts are those of `inlinesOf`; `line` is a line of the source, counted from 0. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; start: number | null; isTight: boolean; items: Item[] }
  | { kind: 'table'; align: Align[]; head: string[]; rows: string[][] }
  | { kind: 'rule' }

/** `done` is null for what is no task. */
export type Item = { done: boolean | null; line: number; blocks: Block[] }
export type Align = 'left' | 'right' | 'center'

type Line = { text: string; at: number }
type Read = { block: Block | null; next: number }

/** Nobody quotes or indents further; deeper marks stay text, so that no text costs more than its length. */
const DEEPEST = 8
const WIDEST_TABLE = 40

/** Reads a text into its blocks. Never throws: whatever it does not know is a paragraph. */
export function blocksOf(text: string): Block[] {
  const lines = withoutComments(text.replaceAll('\r\n', '\n').split('\n'))
  return read(
    lines.map((line, at) => ({
      text: line.replace(/^[ \t]{1,100}/, (indent) => indent.replaceAll('\t', '    ')).trimEnd(),
      at,
    })),
    0,
  )
}

function read(lines: readonly Line[], depth: number): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const { block, next } = begin(lines, at, depth)
    if (block) blocks.push(block)
    at = next
  }
  return blocks
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/
const FENCE = /^( {0,3})(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/
const QUOTE = /^ {0,3}> ?/
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]{1,4}(?=\S)|[ \t]+(?=\S)|$)/
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

const isBlank = (text: string) => text.trim() === ''
const isRule = (text: string) => RULE.test(text)

function begin(lines: readonly Line[], at: number, depth: number): Read {
  const text = lines[at]?.text ?? ''
  if (isBlank(text)) return { block: null, next: at + 1 }
  if (FENCE.test(text)) return fence(lines, at)
  if (/^ {4}/.test(text)) return indented(lines, at)
  const heading = HEADING.exec(text)
  if (heading) {
    const [, marks = '#', words = ''] = heading
    return { block: { kind: 'heading', level: marks.length, text: withoutEnd(words) }, next: at + 1 }
  }
  if (isRule(text)) return { block: { kind: 'rule' }, next: at + 1 }
  if (depth < DEEPEST && QUOTE.test(text)) return quote(lines, at, depth)
  if (depth < DEEPEST && ITEM.test(text)) return list(lines, at, depth)
  return tableAt(lines, at) ?? paragraph(lines, at, depth)
}

/** `## Title ##`: the marks at the end are decoration. */
function withoutEnd(words: string): string {
  const trimmed = words.trim()
  const kept = trimmed.replace(/#{1,50}$/, '')
  return kept === '' || /\s$/.test(kept) ? kept.trim() : trimmed
}

function fence(lines: readonly Line[], at: number): Read {
  const [, indent = '', marks = '', info = ''] = FENCE.exec(lines[at]?.text ?? '') ?? []
  const inside: string[] = []
  let next = at + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? ''
    const end = line.trim()
    if (end.length >= marks.length && end === marks.charAt(0).repeat(end.length) && !/^ {4}/.test(line)) break
    inside.push(line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())
  }
  return {
    block: { kind: 'code', language: info.trim().split(/\s/)[0] ?? '', text: inside.join('\n') },
    next: next + 1,
  }
}

function indented(lines: readonly Line[], at: number): Read {
  let next = at
  while (next < lines.length && (/^ {4}/.test(lines[next]?.text ?? '') || isBlank(lines[next]?.text ?? '')))
    next += 1
  const code = lines.slice(at, next).map(({ text }) => text.slice(4))
  return { block: { kind: 'code', language: '', text: code.join('\n').trimEnd() }, next }
}

function quote(lines: readonly Line[], at: number, depth: number): Read {
  const inside: Line[] = []
  let next = at
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (!line) break
    const isQuoted = QUOTE.test(line.text)
    if (!isQuoted && !(continues(line.text, depth) && speaks(inside.at(-1)?.text, depth))) break
    inside.push(isQuoted ? { ...line, text: line.text.replace(QUOTE, '') } : line)
  }
  return { block: { kind: 'quote', blocks: read(inside, depth + 1) }, next }
}

/** Whether the line can go on with a paragraph that began in a quote or an item, without its mark. */
const continues = (text: string, depth: number) => !isBlank(text) && !beginsOther(text, depth)
const speaks = (text: string | undefined, depth: number) =>
  text !== undefined && !isBlank(text) && !beginsOther(text, depth, true)

function beginsOther(text: string, depth: number, withinMark = false): boolean {
  if (HEADING.test(text) || FENCE.test(text) || isRule(text)) return true
  return !withinMark && depth < DEEPEST && (QUOTE.test(text) || ITEM.test(text))
}

function list(lines: readonly Line[], at: number, depth: number): Read {
  const kind = kindOf(lines[at]?.text ?? '')
  const items: Item[] = []
  let isTight = true
  let next = at
  while (next < lines.length) {
    const text = lines[next]?.text ?? ''
    if (isBlank(text)) {
      const after = lines.slice(next, next + 20).find((line) => !isBlank(line.text))
      if (!after || kindOf(after.text) !== kind || isRule(after.text)) break
      isTight = false
      next += 1
    } else if (kindOf(text) === kind && !isRule(text)) {
      const read = item(lines, next, depth)
      items.push(read.item)
      isTight &&= !read.isLoose
      next = read.next
    } else break
  }
  const start = /\d/.test(kind) ? Number.parseInt(lines[at]?.text.trim() ?? '1', 10) : null
  return { block: { kind: 'list', start, isTight, items }, next }
}

/** Items belong together that wear the same mark: `-`, `*`, `+`, `1.` or `1)`. */
function kindOf(text: string): string {
  const mark = ITEM.exec(text)?.[2] ?? ''
  return /^\d/.test(mark) ? `1${mark.slice(-1)}` : mark
}

function item(
  lines: readonly Line[],
  at: number,
  depth: number,
): { item: Item; next: number; isLoose: boolean } {
  const first = lines[at] ?? { text: '', at }
  const [whole = '', before = '', mark = '', space = ' '] = ITEM.exec(first.text) ?? []
  const width = before.length + mark.length + (/^[ \t]{1,4}$/.test(space) ? space.length : 1)
  const inside: Line[] = [{ at: first.at, text: first.text.slice(Math.min(width, whole.length)) }]
  let next = at + 1
  let isFenced = FENCE.test(inside[0]?.text ?? '')
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (!line) break
    const { text } = line
    const isOwn = isBlank(text) || indentOf(text) >= width
    if (!isOwn && (isFenced || !continues(text, depth) || !speaks(inside.at(-1)?.text, depth))) break
    const own = isOwn ? text.slice(width) : text.trimStart()
    if (FENCE.test(own)) isFenced = !isFenced
    inside.push({ at: line.at, text: own })
  }
  while (inside.length > 1 && isBlank(inside.at(-1)?.text ?? '')) {
    inside.pop()
    next -= 1
  }
  const task = /^\[([ xX])\] (?=\s*\S)/.exec(inside[0]?.text ?? '')
  const [opening] = inside
  if (task && opening) inside[0] = { ...opening, text: opening.text.slice(4) }
  const blocks = read(inside, depth + 1)
  const isLoose =
    blocks.length > 1 &&
    inside.some(({ text }) => isBlank(text)) &&
    blocks.some(({ kind }, place) => place > 0 && kind === 'paragraph')
  return { item: { done: task ? task[1] !== ' ' : null, line: first.at, blocks }, next, isLoose }
}

const indentOf = (text: string) => text.length - text.trimStart().length

function paragraph(lines: readonly Line[], at: number, depth: number): Read {
  const words: string[] = []
  let next = at
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? ''
    if (isBlank(text)) break
    if (words.length > 0) {
      const under = /^ {0,3}(=+|-+)\s*$/.exec(text)?.[1]
      if (under) {
        const level = under.startsWith('=') ? 1 : 2
        return { block: { kind: 'heading', level, text: words.join('\n') }, next: next + 1 }
      }
      if (beginsOther(text, depth) || tableAt(lines, next)) break
    }
    words.push(text.trim())
  }
  return { block: { kind: 'paragraph', text: words.join('\n') }, next }
}

function tableAt(lines: readonly Line[], at: number): Read | null {
  const [head, marks] = [lines[at]?.text ?? '', lines[at + 1]?.text ?? '']
  if (!head.includes('|') || !/^[\s|:-]+$/.test(marks) || !marks.includes('-')) return null
  const align = cellsOf(marks).map(alignOf)
  const titles = cellsOf(head)
  if (titles.length !== align.length || align.length > WIDEST_TABLE) return null
  const known = align.filter((one) => one !== null)
  if (known.length < align.length) return null
  const rows: string[][] = []
  let next = at + 2
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? ''
    if (isBlank(text) || beginsOther(text, 0)) break
    const cells = cellsOf(text)
    rows.push(known.map((_, place) => cells[place] ?? ''))
  }
  return { block: { kind: 'table', align: known, head: titles, rows }, next }
}

function alignOf(mark: string): Align | null {
  if (!/^:?-+:?$/.test(mark)) return null
  if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'right'
  return 'left'
}

/** The cells of a row; `\|` is a bar that divides nothing. */
function cellsOf(row: string): string[] {
  const cells = ['']
  const text = row.trim()
  for (let at = text.startsWith('|') ? 1 : 0; at < text.length; at += 1) {
    const isKept = text[at] === '\\' && text[at + 1] === '|'
    if (text[at] === '|') cells.push('')
    else cells[cells.length - 1] += isKept ? '|' : (text[at] ?? '')
    if (isKept) at += 1
  }
  if (cells.length > 1 && text.endsWith('|')) cells.pop()
  return cells.map((cell) => cell.trim())
}

/** Hidden hints of a template are shown nowhere; in code they are what somebody wants to show. */
function withoutComments(lines: readonly string[]): string[] {
  let isFenced = false
  let isHidden = false
  const lastEnd = lines.findLastIndex((line) => line.includes('-->'))
  return lines.map((line, place) => {
    if (!isHidden && FENCE.test(line)) isFenced = !isFenced
    if (isFenced) return line
    let shown = ''
    for (let at = 0; at < line.length;) {
      const found = line.indexOf(isHidden ? '-->' : '<!--', at)
      // A comment that nobody ends hides nothing.
      const isEnded = isHidden || place < lastEnd || line.includes('-->', found)
      const end = isEnded ? found : -1
      if (!isHidden) shown += line.slice(at, end < 0 ? line.length : end)
      if (end < 0) break
      at = end + (isHidden ? 3 : 4)
      isHidden = !isHidden
    }
    return shown
  })
}

/** The text with the task that begins on a line done or open again; the text as it was when there is none. */
export function withTask(text: string, line: number, done: boolean): string {
  const lines = text.split('\n')
  const before = lines[line] ?? ''
  lines[line] = before.replace(/^([\s>]*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\](?=\s)/, `$1[${done ? 'x' : ' '}]`)
  return lines.join('\n')
}
