import type { Definition, Html, Image, Link, PhrasingContent, Root, RootContent, Text } from 'mdast'

import { folded } from './fold.ts'

/**
 * The tree under the rules of the house: raw HTML is text, hidden hints are gone, `<details>` folds what it holds,
 * an address that leads neither to the web nor to mail is its words, and an image is a link to it, since what is loaded
 * from elsewhere tells others who reads.
 */
export function settled(root: Root, source: string): Root {
  return {
    ...root,
    children: blocks(root.children, { source, definitions: definitionsIn(root), isLink: false }),
  }
}

type Reading = { source: string; definitions: ReadonlyMap<string, Definition>; isLink: boolean }

/** Of two definitions of one name the first counts. */
function definitionsIn(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
      if ('children' in node) visit(node.children)
    }
  }
  visit(root.children)
  return found
}

/** Only the web and mail: a link can be no script. */
export const isSafe = (url: string) => /^(?:https?:\/\/|mailto:)[^\s]/i.test(url)

function blocks<Node extends RootContent>(nodes: readonly Node[], reading: Reading): Node[] {
  // safe because what takes the place of a node is allowed wherever that node is: a block for a block, words for words
  return folded(nodes).flatMap((node) => block(node, reading) as Node[])
}

function block(node: RootContent, reading: Reading): RootContent[] {
  switch (node.type) {
    case 'definition':
      return []
    case 'html':
      return htmlBlock(node)
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return [{ ...node, children: phrases(node.children, reading) }]
    default:
      // safe because children keep the kinds that their parent may have, see above
      return [
        'children' in node
          ? ({ ...node, children: blocks<RootContent>(node.children, reading) } as RootContent)
          : node,
      ]
  }
}

function htmlBlock(node: Html): RootContent[] {
  const value = withoutHints(node.value).trim()
  return value === '' ? [] : [{ type: 'paragraph', children: [textAt(node, value)], position: node.position }]
}

/** A hidden hint of a template; one without an end hides nothing. */
export const HINT = /<!--(?:-?>|[\s\S]*?-->)/g
const withoutHints = (html: string) => html.replaceAll(HINT, '')

const textAt = ({ position }: Html, value: string): Text => ({ type: 'text', value, position })

function phrases(nodes: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  return nodes.flatMap((node) => phrase(node, reading))
}

function phrase(node: PhrasingContent, reading: Reading): PhrasingContent[] {
  switch (node.type) {
    case 'html':
      return [textAt(node, withoutHints(node.value))]
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ ...node, children: phrases(node.children, reading) }]
    case 'link':
      return link(node, reading)
    case 'linkReference': {
      const known = reading.definitions.get(node.identifier)
      return link({ ...node, type: 'link', url: known?.url ?? '', title: known?.title }, reading)
    }
    case 'image':
      return image(node, reading)
    case 'imageReference': {
      const known = reading.definitions.get(node.identifier)
      return image({ ...node, type: 'image', url: known?.url ?? '', title: known?.title }, reading)
    }
    default:
      return [node]
  }
}

function link(node: Link, reading: Reading): PhrasingContent[] {
  const children = phrases(node.children, { ...reading, isLink: true })
  if (reading.isLink || !isSafe(node.url)) return children
  const [label] = node.children
  const isBare =
    label?.type === 'text' && !/[<[]/.test(reading.source[node.position?.start.offset ?? 0] ?? '')
  return isBare ? bareLink(node, label) : [{ ...node, children }]
}

/** Scripts that put no space between words: a bare address ends where they go on. */
const GOES_ON =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u

function bareLink(node: Link, label: Text): PhrasingContent[] {
  const end = label.value.search(GOES_ON)
  if (end < 0) return [node]
  const url = node.url.slice(0, node.url.length - (label.value.length - end))
  const rest: Text = { type: 'text', value: label.value.slice(end) }
  if (!/^(?:https?:\/\/[^/]|mailto:.*@.)/i.test(url)) return [label]
  return [{ ...node, url, children: [{ ...label, value: label.value.slice(0, end) }] }, rest]
}

function image({ url, alt, title, position }: Image, { isLink }: Reading): PhrasingContent[] {
  const label: Text = { type: 'text', value: alt || (isSafe(url) ? url : ''), position }
  return isLink || !isSafe(url) ? [label] : [{ type: 'link', url, title, children: [label], position }]
}
