import type { RootContent } from 'mdast'

import { parseMarkdown } from '#lib/kit/markdown/parse.ts'
import { withReferences } from '#lib/kit/markdown/references.ts'

/**
 * Handbook › Acknowledgement of Pings: "If you are pinged by name … please acknowledge it". The handles that a text
 * names with @, in small letters, each once, in their order: those that are drawn as names, and so none in code or links.
 */
export function mentionsIn(markdown: string): string[] {
  if (!markdown.includes('@')) return []
  return [...new Set(parseMarkdown(markdown).children.flatMap(handlesIn))]
}

function handlesIn(node: RootContent): string[] {
  if (node.type === 'link') return []
  if ('children' in node) return node.children.flatMap(handlesIn)
  if (node.type !== 'text') return []
  return withReferences(node.value).flatMap((part) =>
    typeof part !== 'string' && part.sigil === '@' ? [part.key.toLowerCase()] : [],
  )
}
