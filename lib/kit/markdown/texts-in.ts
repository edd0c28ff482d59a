import type { Root, RootContent } from 'mdast'

/** What answers call the texts that are shown as Markdown. */
const NAMES: ReadonlySet<string> = new Set(['description', 'body', 'context', 'goals'])

/** The texts of an answer that are Markdown, in the order in which they stand in it; empty ones are left out. */
export function textsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, value]) =>
    typeof value === 'string' ? (value !== '' && NAMES.has(name) ? [value] : []) : textsIn(value),
  )
}

/** A tree with nothing but what is drawn of it: places are left out, except those by which tasks are told apart. */
export function slim({ type, children }: Root): Root {
  return { type, children: children.map(slimNode) }
}

function slimNode<Node extends RootContent>({ position, ...node }: Node): Node {
  const place =
    node.type === 'listItem' && position ? { position: { start: { offset: position.start.offset } } } : {}
  const within = 'children' in node ? { children: (node.children as RootContent[]).map(slimNode) } : {}
  // safe because nothing but places is left out, which every kind of node may do without
  return { ...node, ...place, ...within } as unknown as Node
}
