import type { Html, RootContent } from 'mdast'

import type { Details } from './nodes.ts'

const OPENS = /^\s*<details(\s[^>]*)?>/i
const CLOSES = /<\/details\s*>/i
const SUMMARY = /^\s*<summary(?:\s[^>]*)?>([\s\S]*?)<\/summary\s*>/i

/** Gathers what stands between `<details>` and `</details>` into one block; one that nobody closes stays as it is. */
export function folded<Node extends RootContent>(nodes: readonly Node[]): (Node | Details)[] {
  const made: (Node | Details)[] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (!node) continue
    const end = opens(node) ? endOf(nodes, at) : -1
    if (end < 0) made.push(node)
    else {
      made.push(details(nodes.slice(at, end + 1)))
      at = end
    }
  }
  return made
}

const isHtml = (node: RootContent | undefined): node is Html => node?.type === 'html'
const opens = (node: RootContent) => isHtml(node) && OPENS.test(node.value)

/** Each node opens or closes one; those within are closed first. */
function endOf(nodes: readonly RootContent[], from: number): number {
  let depth = 0
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (!isHtml(node)) continue
    if (OPENS.test(node.value)) depth += 1
    if (CLOSES.test(node.value)) depth -= 1
    if (depth === 0) return at
  }
  return -1
}

function details(nodes: readonly RootContent[]): Details {
  const [first, second] = nodes
  const opening = isHtml(first) ? first.value : ''
  const [tag = '', attributes = ''] = OPENS.exec(opening) ?? []
  const isOne = nodes.length === 1
  const opened = opening.slice(tag.length).replace(isOne ? /<\/details\s*>[\s\S]*$/i : /$/, '')
  const isLater = !SUMMARY.test(opened) && isHtml(second) && SUMMARY.test(second.value)
  const [whole = '', summary = ''] = SUMMARY.exec(isLater ? second.value : opened) ?? []
  const inside = isOne ? [] : nodes.slice(isLater ? 2 : 1, -1)
  const rest = (isLater ? opened + second.value.slice(whole.length) : opened.slice(whole.length)).trim()
  const last = isOne ? opening : (nodes.at(-1) as Html).value // safe because only HTML closes one
  return {
    type: 'details',
    summary: summary.replaceAll(/<[^>]*>/g, '').trim() || 'Details',
    isOpen: /\bopen\b/i.test(attributes),
    // safe because what stands between two blocks of HTML is blocks too
    children: [
      ...paragraphOf(rest),
      ...folded(inside),
      ...paragraphOf(afterEnd(last)),
    ] as Details['children'],
    position: first?.position && {
      start: first.position.start,
      end: nodes.at(-1)?.position?.end ?? first.position.end,
    },
  }
}

const afterEnd = (html: string) => html.slice((CLOSES.exec(html)?.index ?? html.length) + 10).trim()

const paragraphOf = (value: string): RootContent[] =>
  value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }]
