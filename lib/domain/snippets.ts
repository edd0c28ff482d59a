import { folded } from '#lib/kit/folded.ts'

import { isPlainWord } from './search.ts'

/** A part of a text, and whether it is what was looked for. */
export type Snippet = { text: string; hit: boolean }

const ROUND = 60

/** A few words of the text round the first place where it holds one of the words, with every such place marked. */
export function snippetOf(text: string, words: readonly string[]): Snippet[] {
  const { plain, places } = foldedWithPlaces(text)
  const hits = hitsIn(plain, words)
  const first = hits[0]
  if (!first) return []
  const [from, to] = [edge(plain, first.from - ROUND, 1), edge(plain, first.to + ROUND, -1)]
  const snippet: Snippet[] = []
  let at = from
  const say = (until: number, hit: boolean) => {
    const part = text.slice(places[at] ?? text.length, places[until] ?? text.length).replaceAll(/\s+/g, ' ')
    if (part !== '') snippet.push({ text: part, hit })
    at = until
  }
  for (const hit of hits.filter((one) => one.to <= to)) {
    say(hit.from, false)
    say(hit.to, true)
  }
  say(to, false)
  const [begin, end] = [from > 0 ? '… ' : '', to < plain.length ? ' …' : '']
  return [...aside(begin), ...snippet, ...aside(end)]
}

const aside = (text: string): Snippet[] => (text === '' ? [] : [{ text, hit: false }])

/** Moves a cut to the next space that way, or leaves it where there is none near. */
function edge(plain: string, at: number, way: 1 | -1): number {
  if (at <= 0 || at >= plain.length) return Math.max(0, Math.min(at, plain.length))
  const space = way === 1 ? plain.indexOf(' ', at) : plain.lastIndexOf(' ', at)
  return space < 0 || Math.abs(space - at) > ROUND / 2 ? at : space + (way === 1 ? 1 : 0)
}

type Hit = { from: number; to: number }

/** Places of the words themselves; where there are none, of words that begin as they do. They never overlap. */
function hitsIn(plain: string, words: readonly string[]): Hit[] {
  const exact = patternOf(words.map(escaped))
  const stems = words.filter((word) => isPlainWord(word) && word.length > 3)
  const alike = patternOf(
    stems.map(
      (word) => `(?<![\\p{L}\\p{N}])${escaped(word.slice(0, Math.ceil(word.length * 0.7)))}[\\p{L}\\p{N}]*`,
    ),
  )
  const all = (pattern: RegExp | null) => (pattern ? [...plain.matchAll(pattern)] : [])
  const found = all(exact).length > 0 ? all(exact) : all(alike)
  return found.map(({ index, 0: hit }) => ({ from: index, to: index + hit.length }))
}

const patternOf = (parts: readonly string[]): RegExp | null =>
  parts.length === 0 ? null : new RegExp(parts.toSorted((a, b) => b.length - a.length).join('|'), 'gu')

const escaped = (word: string): string => word.replace(/[$()*+.?[\\\]^{|}/]/g, (sign) => `\\${sign}`)

/** The folded text, and for each of its characters where it stood before. */
function foldedWithPlaces(text: string): { plain: string; places: number[] } {
  let plain = ''
  const places: number[] = []
  for (const { 0: piece, index } of text.matchAll(/\s+|[^\s]\p{M}*/gu)) {
    const part = folded(piece)
    for (let step = 0; step < part.length; step += 1) places.push(index)
    plain += part
  }
  return { plain, places }
}
