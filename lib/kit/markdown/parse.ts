import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

import { boundedMarks } from './bounds.ts'
import { names } from './names.ts'
import { HINT, settled } from './settle.ts'

/** What follows so many lines is shown as it is written. */
const MOST_LINES = 3_000
/** So is what follows so many quotes and items, or begins with so many within each other. */
const MOST_ITEMS = 5_000
const DEEPEST = 40

const syntax = [...boundedMarks(), gfmTable(), gfmTaskListItem(), names]

const escapes: Extension = {
  enter: {
    characterEscape(token) {
      this.enter({ type: 'escaped', value: '' }, token)
    },
  },
  exit: {
    characterEscapeValue(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'escaped') node.value = this.sliceSerialize(token)
    },
    characterEscape(token) {
      this.exit(token)
    },
  },
}

/** Bare addresses, as the syntax finds them: what is text by then stays text. */
const addresses: Extension = {
  enter: {
    literalAutolink(token) {
      this.enter({ type: 'link', title: null, url: '', children: [] }, token)
    },
    literalAutolinkEmail: autolink,
    literalAutolinkHttp: autolink,
    literalAutolinkWww: autolink,
  },
  exit: {
    literalAutolink(token) {
      this.exit(token)
    },
    literalAutolinkEmail: leadingTo('mailto:'),
    literalAutolinkHttp: leadingTo(''),
    literalAutolinkWww: leadingTo('http://'),
  },
}

function autolink(this: CompileContext, token: Token) {
  this.enter({ type: 'text', value: this.sliceSerialize(token) }, token)
}

function leadingTo(protocol: string) {
  return function (this: CompileContext, token: Token) {
    this.exit(token)
    const node = this.stack.at(-1)
    if (node?.type === 'link') node.url = protocol + this.sliceSerialize(token)
  }
}

const tree = [
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  addresses,
  escapes,
]

/**
 * Reads a text as GitHub's Markdown: CommonMark with tables, task lists, strikethrough and bare addresses. What a person
 * may not do with it is text in the tree already (see `settled`). Positions are offsets of the text as it is given.
 * Never throws; the time grows with the length of the text.
 */
export function parseMarkdown(text: string): Root {
  const end = readableIn(text)
  const read = settled(treeOf(text.slice(0, end)), text)
  if (end < text.length)
    read.children.push({ type: 'paragraph', children: [{ type: 'text', value: text.slice(end).trim() }] })
  return read
}

const treeOf = (text: string) => fromMarkdown(text, { extensions: syntax, mdastExtensions: tree })

/** The text with what is code or a hidden hint blanked, in its length: what people say, without what they show. */
export function proseOf(text: string): string {
  const end = readableIn(text)
  let prose = ''
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if ('children' in node) visit(node.children)
      const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
      const shown = text.slice(from, to)
      const isCode = node.type === 'code' || node.type === 'inlineCode'
      if (isCode || node.type === 'html')
        prose += text.slice(prose.length, from) + (isCode ? blank(shown) : shown.replaceAll(HINT, blank))
    }
  }
  visit(treeOf(text.slice(0, end)).children)
  return prose + text.slice(prose.length)
}

const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ')

/** How much of a text is read as Markdown. */
function readableIn(text: string): number {
  let at = 0
  let items = 0
  for (let line = 0; line < MOST_LINES && at < text.length; line += 1) {
    const depth = depthAt(text, at)
    items += depth
    if (depth > DEEPEST || items > MOST_ITEMS) return at
    const end = text.indexOf('\n', at)
    at = end < 0 ? text.length : end + 1
  }
  return at
}

const MARK = /[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/y
const RULE = /[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/my

/** How many quotes and items begin or go on with a line by their marks. */
function depthAt(text: string, start: number): number {
  RULE.lastIndex = start
  if (RULE.test(text)) return 0
  let depth = 0
  for (MARK.lastIndex = start; MARK.test(text);) depth += 1
  return depth
}
