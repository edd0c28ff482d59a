import type { BlockContent, DefinitionContent, Literal, Parent, PhrasingContent } from 'mdast'

/** A character that a backslash frees from its meaning: `\#12` names no issue. */
export type Escaped = Literal & { type: 'escaped' }

/** What `<details>` folds: its content is Markdown, its summary is text. */
export type Details = Omit<Parent, 'children'> & {
  type: 'details'
  summary: string
  isOpen: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** The words of a line without its marks, for names and labels; an image counts as its description. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value
      if ('children' in node) return plainText(node.children)
      return 'alt' in node ? (node.alt ?? '') : ' '
    })
    .join('')
    .trim()
}
