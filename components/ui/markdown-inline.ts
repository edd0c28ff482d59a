/** What stands within a line. A reference names a thing of the group; whoever draws it knows whether it exists. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em' | 'strike'; inside: Inline[] }
  | { kind: 'link'; href: string; inside: Inline[] }
  | { kind: 'reference'; sigil: '@' | '#' | '~' | '%' | '&'; key: string; raw: string }

type Emphasis = '*' | '_' | '~~'

/** Marks that were opened and wait for their other half, with what was read since. */
type Open = { mark: Emphasis | '[' | null; count: number; raw: string; inside: Inline[]; isLinkable: boolean }

/** No text of a person has more marks open at once; it keeps the time linear, and the depth of what is drawn. */
const MOST_OPEN = 60

/** Reads a paragraph in one pass, in a time that grows with its length alone; what it does not know stays text. */
export function inlinesOf(text: string): Inline[] {
  const stack: Open[] = [opening(null, '')]
  const endOfCode = codeEnds(text)
  const say = (inline: Inline) => push(top(stack).inside, inline)
  let at = 0
  while (at < text.length) {
    const plain = jump(text, at)
    if (plain > at) say({ kind: 'text', text: text.slice(at, plain) })
    if (plain >= text.length) break
    at = special(text, plain, { stack, say, endOfCode })
  }
  while (stack.length > 1) giveUp(stack)
  return top(stack).inside
}

type Reading = {
  stack: Open[]
  say: (inline: Inline) => void
  endOfCode: (at: number, length: number) => number
}

const SPECIAL = /[\\`*_~[\]!<@#%&\nh]/gi

/** The next character that may mean something. */
function jump(text: string, at: number): number {
  SPECIAL.lastIndex = at
  return SPECIAL.exec(text)?.index ?? text.length
}

/** Reads what begins at a special character; returns where to go on. */
function special(text: string, at: number, reading: Reading): number {
  const { stack, say, endOfCode } = reading
  const char = text[at] ?? ''
  const literally = (length: number) => {
    say({ kind: 'text', text: text.slice(at, at + length) })
    return at + length
  }
  if (char === '\n') {
    say({ kind: 'break' })
    return at + 1 + (/^ */.exec(text.slice(at + 1, at + 200))?.[0].length ?? 0)
  }
  if (char === '\\') {
    const next = text[at + 1] ?? ''
    if (!/[!-/:-@[-`{-~]/.test(next)) return literally(1)
    say({ kind: 'text', text: next })
    return at + 2
  }
  if (char === '`') {
    const length = runOf(text, at, '`')
    const end = endOfCode(at + length, length)
    if (end < 0) return literally(length)
    const code = text.slice(at + length, end).replaceAll('\n', ' ')
    say({ kind: 'code', text: /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code })
    return end + length
  }
  if (char === '[' || (char === '!' && text[at + 1] === '[')) {
    const raw = char === '!' ? '![' : '['
    return stack.length < MOST_OPEN ? at + stackUp(stack, opening('[', raw)) : literally(raw.length)
  }
  if (char === ']') return closeBracket(text, at, reading) ?? literally(1)
  const found = addressAt(text, at) ?? referenceAt(text, at) ?? entityAt(text, at)
  if (found) {
    say(found.inline)
    return at + found.length
  }
  if (char === '*' || char === '_' || (char === '~' && text[at + 1] === '~'))
    return emphasise(text, at, reading)
  return literally(1)
}

const opening = (mark: Open['mark'], raw: string): Open => ({
  mark,
  count: raw.length,
  raw,
  inside: [],
  isLinkable: true,
})

function stackUp(stack: Open[], open: Open): number {
  stack.push(open)
  return open.raw.length
}

function top(stack: Open[]): Open {
  const last = stack.at(-1)
  if (!last) throw new Error('A text always has an outermost part.')
  return last
}

function push(into: Inline[], inline: Inline) {
  const last = into.at(-1)
  if (inline.kind === 'text' && last?.kind === 'text')
    into[into.length - 1] = { kind: 'text', text: last.text + inline.text }
  else into.push(inline)
}

/** The innermost open mark finds no other half: it was text all along. */
function giveUp(stack: Open[]) {
  const open = stack.pop()
  if (!open) return
  const { inside } = top(stack)
  push(inside, { kind: 'text', text: open.raw })
  for (const inline of open.inside) push(inside, inline)
}

const KINDS = { '*': ['em', 'strong'], _: ['em', 'strong'], '~~': ['strike', 'strike'] } as const

/** A run of marks closes what is open of its kind, as far as it reaches, and opens anew with the rest. */
function emphasise(text: string, at: number, { stack, say }: Reading): number {
  const char = text[at] ?? ''
  const length = runOf(text, at, char)
  const mark: Emphasis = char === '~' ? '~~' : char === '_' ? '_' : '*'
  const [before, after] = [text[at - 1] ?? ' ', text[at + length] ?? ' ']
  const isWord = char === '_'
  const opens =
    !/\s/.test(after) && !(isWord && /\w/.test(before)) && !(/\p{P}/u.test(after) && /[\w]/.test(before))
  const closes = !/\s/.test(before) && !(isWord && /\w/.test(after))
  const left = closes ? closed(stack, mark, length) : length
  const rest = char.repeat(left)
  const isMark = mark !== '~~' || left === 2
  if (left > 0 && opens && isMark && left <= 3 && stack.length < MOST_OPEN) stack.push(opening(mark, rest))
  else if (left > 0) say({ kind: 'text', text: rest })
  return at + length
}

/** Closes what is open of a kind, the innermost first; returns how many marks of the run are left over. */
function closed(stack: Open[], mark: Emphasis, length: number): number {
  let left = length
  while (left > 0) {
    const place = stack.findLastIndex((open) => open.mark === mark)
    if (place < 0 || stack.slice(place).some((open) => open.mark === '[')) return left
    while (stack.length - 1 > place) giveUp(stack)
    const open = top(stack)
    const size = mark === '~~' || (open.count >= 2 && left >= 2) ? 2 : 1
    if (left < size) return left
    const made: Inline = { kind: KINDS[mark][size - 1] ?? 'em', inside: open.inside }
    left -= size
    open.count -= size
    open.raw = open.raw.slice(size)
    open.inside = [made]
    if (open.count > 0) continue
    stack.pop()
    push(top(stack).inside, made)
  }
  return left
}

/** Generous, and still bounded: an address and a title that nobody closes cost no more than this. */
const TARGET =
  /\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,2000}))(?:\s{1,9}(?:"[^"]{0,300}"|'[^']{0,300}'))?\s{0,9}\)/y

function closeBracket(text: string, at: number, { stack }: Reading): number | null {
  const place = stack.findLastIndex((open) => open.mark === '[')
  const bracket = stack[place]
  if (!bracket) return null
  const [whole, pointed, bare] = bracket.isLinkable ? (matchAt(TARGET, text, at + 1) ?? []) : []
  const href = safe(pointed ?? bare ?? '')
  if (!whole || href === null) {
    stack.splice(place, 1)
    const under = stack[place - 1]
    const into = under?.inside ?? []
    push(into, { kind: 'text', text: bracket.raw })
    for (const inline of bracket.inside) push(into, inline)
    return null
  }
  while (stack.length - 1 > place) giveUp(stack)
  stack.pop()
  const isImage = bracket.raw === '!['
  const inside = bracket.inside.length > 0 ? bracket.inside : [{ kind: 'text' as const, text: href }]
  if (!isImage) for (const open of stack) open.isLinkable = open.mark !== '['
  push(top(stack).inside, { kind: 'link', href, inside })
  return at + 1 + whole.length
}

/** Only the web and mail: a link can be no script. */
export const safe = (href: string): string | null =>
  /^(?:https?:\/\/|mailto:)[^\s]/i.test(href) ? href : null

type Found = { inline: Inline; length: number }

const POINTED = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy
const BARE = /https?:\/\/[^\s<>`]{1,2000}/iy

function addressAt(text: string, at: number): Found | null {
  const pointed = matchAt(POINTED, text, at)
  if (pointed?.[1]) return linked(pointed[1], pointed[0].length)
  const bare = /\w/.test(text[at - 1] ?? ' ') ? null : matchAt(BARE, text, at)
  const address = bare && withoutEnd(bare[0])
  return address ? linked(address, address.length) : null
}

const linked = (href: string, length: number): Found => ({
  inline: { kind: 'link', href, inside: [{ kind: 'text', text: href }] },
  length,
})

/** What ends the sentence is no part of the address; nor is a bracket that was opened before it. */
function withoutEnd(address: string): string | null {
  let depth = 0
  for (const char of address) depth += char === '(' ? 1 : char === ')' ? -1 : 0
  let end = address.length
  for (; end > 0; end -= 1) {
    const char = address[end - 1] ?? ''
    if (char === ')' && depth < 0) depth += 1
    else if (!/[.,;:!?'"*_~\]]/.test(char)) break
  }
  const kept = address.slice(0, end)
  return /^https?:\/\/[^/]/i.test(kept) ? kept : null
}

const REFERENCES = {
  '@': /@([a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?)/iy,
  '#': /#(\d{1,9})(?!\w)/y,
  '&': /&(\d{1,9})(?![\w;])/y,
  '~': /~(?:"([^"\n]{1,255})"|([^\s"~,;()[\]{}<>`*]{1,255}))/y,
  '%': /%(?:"([^"\n]{1,80})"|([^\s"%,;()[\]{}<>`*]{1,80}))/y,
} as const

function referenceAt(text: string, at: number): Found | null {
  const sigil = text[at]
  if (!isSigil(sigil) || /[\w/&#@%~]/.test(text[at - 1] ?? ' ')) return null
  const match = matchAt(REFERENCES[sigil], text, at)
  if (!match) return null
  const [, first, bare] = match
  const key = first ?? bare?.replace(/[.:!?_'’]+$/, '') ?? ''
  if (key === '') return null
  const raw = first !== undefined && bare === undefined ? match[0] : sigil + key
  return { inline: { kind: 'reference', sigil, key, raw }, length: raw.length }
}

const isSigil = (char: string | undefined): char is keyof typeof REFERENCES =>
  char !== undefined && Object.hasOwn(REFERENCES, char)

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
const ENTITY = /&(amp|lt|gt|quot|nbsp);/y

function entityAt(text: string, at: number): Found | null {
  const match = matchAt(ENTITY, text, at)
  return match && { inline: { kind: 'text', text: ENTITIES[match[1] ?? ''] ?? '' }, length: match[0].length }
}

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}

function runOf(text: string, at: number, char: string): number {
  let end = at
  while (text[end] === char) end += 1
  return end - at
}

/** Where the next run of just so many backticks begins, each found by looking at the text once. */
function codeEnds(text: string): (at: number, length: number) => number {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length)
    if (known) known.push(index)
    else runs.set(run.length, [index])
  }
  for (const known of runs.values()) known.reverse()
  return (at, length) => {
    const known = runs.get(length) ?? []
    // Reading only goes forward: what lies behind is of no use any more.
    while ((known.at(-1) ?? Infinity) < at) known.pop()
    return known.at(-1) ?? -1
  }
}
