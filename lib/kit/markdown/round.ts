import type { Root, RootContent } from 'mdast'

/** What a piece of a text lies in, the outermost first; each with where it begins and ends in the text. */
export function nodesRound(
  { children }: Root,
  from: number,
  to: number,
): { type: string; from: number; to: number }[] {
  const found: { type: string; from: number; to: number }[] = []
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset]
      if (start === undefined || end === undefined || start > from || end < to) continue
      found.push({ type: node.type, from: start, to: end })
      if ('children' in node) visit(node.children)
    }
  }
  visit(children)
  return found
}
