import type { ListItem } from 'mdast'

const BOX = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]*(?:\r?\n[ \t>]*)?)\[([ \txX])\]/

/** Where the item of a task begins in its text; null for what is no task. */
export function taskAt({ checked, position }: ListItem): number | null {
  return typeof checked === 'boolean' ? (position?.start.offset ?? null) : null
}

/** The text with the task that begins at an offset done or open again; the text as it was where there is none. */
export function withTask(text: string, offset: number, done: boolean): string {
  const box = BOX.exec(text.slice(offset))?.[0]
  if (!box) return text
  const mark = offset + box.length - 2
  return text.slice(0, mark) + (done ? 'x' : ' ') + text.slice(mark + 1)
}
