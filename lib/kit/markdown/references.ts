/** A name of a thing of the group: `@julie`, `#12`, `&3`, `~"workflow::in dev"`, `%19.7`. `key` is it without its marks. */
export type Reference = { sigil: '@' | '#' | '~' | '%' | '&'; key: string; raw: string }

const NAMES = {
  '@': /@([a-z0-9][a-z0-9._-]{0,63})(?![\w@-])/iy,
  '#': /#(\d{1,9})(?!\w)/y,
  '&': /&(\d{1,9})(?![\w;])/y,
  '~': /~(?:"([^"\n]{1,255})"|([^\s"~,;()[\]{}<>`*]{1,255}))/y,
  '%': /%(?:"([^"\n]{1,80})"|([^\s"%,;()[\]{}<>`*]{1,80}))/y,
} as const

/** A text cut into words and names, in their order; joined again it is the same text. Takes time linear to the text. */
export function withReferences(text: string): (string | Reference)[] {
  const parts: (string | Reference)[] = []
  let shown = 0
  let end = -1
  for (const { 0: sigil, index } of text.matchAll(/[@#&~%]/g)) {
    if (index < shown || !isSigil(sigil) || !mayBegin(text, index, sigil, end)) continue
    const reference = nameAt(text, index, sigil)
    if (!reference) continue
    if (index > shown) parts.push(text.slice(shown, index))
    parts.push(reference)
    shown = end = index + reference.raw.length
  }
  if (shown < text.length) parts.push(text.slice(shown))
  return parts
}

const isSigil = (char: string): char is keyof typeof NAMES => Object.hasOwn(NAMES, char)

/** Names stand on their own; `@julie/@newick` are two. */
function mayBegin(text: string, at: number, sigil: Reference['sigil'], endOfLast: number): boolean {
  const before = text[at - 1] ?? ' '
  if (before === '/') return sigil === '@' && endOfLast === at - 1
  return !/[\w\p{Script=Latin}&#@%~]/u.test(before) && !(sigil === '@' && /[.-]/.test(before))
}

function nameAt(text: string, at: number, sigil: Reference['sigil']): Reference | null {
  const shape = NAMES[sigil]
  shape.lastIndex = at
  const match = shape.exec(text)
  if (!match) return null
  const [whole, quoted, bare] = sigil === '~' || sigil === '%' ? match : [match[0], null, match[1]]
  if (quoted) return { sigil, key: quoted, raw: whole }
  // What ends the sentence is no part of the name.
  const key = bare?.replace(sigil === '@' ? /[._-]+$/ : /[.:!?_'’]+$/, '') ?? ''
  return key === '' ? null : { sigil, key, raw: sigil + key }
}
