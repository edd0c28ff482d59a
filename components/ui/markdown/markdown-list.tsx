import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import type { ComponentType, ReactNode } from 'react'

import { plainText } from '#lib/kit/markdown/nodes.ts'
import { taskAt } from '#lib/kit/markdown/tasks.ts'

import { cx } from '#components/ui/cx.ts'
import { Inline } from './markdown-inline.tsx'
import type { Refer } from './markdown-inline.tsx'

/** Given where the reader may tick off tasks; `at` is the place of the task in the text, see `withTask`. */
export type OnToggle = (at: number, done: boolean) => void

/** How a text is drawn; `Blocks` draws what stands within an item. */
export type Pen = {
  refer: Refer
  onToggle: OnToggle | undefined
  Blocks: ComponentType<{ nodes: readonly RootContent[]; pen: Pen }>
}

export function MarkdownList({ list, pen }: { list: List; pen: Pen }) {
  const isTasks = list.children.every((item) => taskAt(item) !== null)
  const isTight = !list.spread && list.children.every(({ spread }) => !spread)
  const rows = list.children.map((item, at) => (
    // items have no name of their own, and are never reordered
    <li dir="auto" key={item.position?.start.offset ?? at} className={cx(isTasks && 'list-none')}>
      <Item item={item} isTight={isTight} pen={pen} />
    </li>
  ))
  // Boxes stand far enough apart to be hit (WCAG 2.5.8).
  const gap = cx('flex flex-col', !isTight ? 'gap-2' : isTasks ? 'gap-1' : 'gap-0.5')
  if (!list.ordered) return <ul className={cx(gap, isTasks ? 'pl-0.5' : 'list-disc pl-5')}>{rows}</ul>
  return (
    <ol
      start={list.start === 1 ? undefined : (list.start ?? undefined)}
      className={cx(gap, 'list-decimal pl-6')}
    >
      {rows}
    </ol>
  )
}

function Item({ item, isTight, pen }: { item: ListItem; isTight: boolean; pen: Pen }) {
  const [first, ...rest] = item.children
  const at = taskAt(item)
  const opening = first?.type === 'paragraph' ? first.children : null
  const under = opening ? rest : item.children
  return (
    <>
      {at !== null && (
        <Task
          at={at}
          isDone={item.checked === true}
          name={plainText(opening ?? [])}
          onToggle={pen.onToggle}
        />
      )}
      {opening && (isTight || at !== null ? inline(opening, pen) : <p dir="auto">{inline(opening, pen)}</p>)}
      {under.length > 0 && (
        <div
          className={cx(
            'flex flex-col',
            isTight ? 'gap-1 pt-0.5' : 'gap-2',
            !isTight && opening && 'pt-2',
            at !== null && 'pl-6',
          )}
        >
          {isTight ? (
            under.map((node, place) => tight(node, place, pen))
          ) : (
            <pen.Blocks nodes={under} pen={pen} />
          )}
        </div>
      )}
    </>
  )
}

/** In a tight list what follows is no paragraph of its own. */
function tight(node: RootContent, at: number, pen: Pen): ReactNode {
  if (node.type !== 'paragraph') return <pen.Blocks key={at} nodes={[node]} pen={pen} />
  return <span key={at}>{inline(node.children, pen)}</span>
}

const inline = (nodes: readonly PhrasingContent[], { refer }: Pen) => <Inline nodes={nodes} refer={refer} />

type TaskProps = { at: number; isDone: boolean; name: string; onToggle: OnToggle | undefined }

function Task({ at, isDone, name, onToggle }: TaskProps) {
  return (
    <input
      type="checkbox"
      checked={isDone}
      disabled={!onToggle}
      readOnly={!onToggle}
      aria-label={name || 'Task'}
      className="mr-2 size-4 translate-y-[3px] accent-accent"
      onChange={() => onToggle?.(at, !isDone)}
    />
  )
}
