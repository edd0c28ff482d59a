import { Fragment, useMemo } from 'react'
import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import { blocksOf } from './markdown-blocks.ts'
import type { Block, Item } from './markdown-blocks.ts'
import { inlinesOf } from './markdown-inline.ts'
import type { Inline } from './markdown-inline.ts'

export type Reference = Extract<Inline, { kind: 'reference' }>

type Props = {
  text: string
  /** What a name leads to, such as `#12` or `~bug`; what it does not know stays text. */
  refer?: (reference: Reference) => ReactNode
  /** Given where the reader may tick off tasks; `line` is a line of the text, see `withTask`. */
  onToggle?: (line: number, done: boolean) => void
}

/** Markdown as React nodes: what it does not know stays text, so that no one's words become markup or script. */
export function Markdown({ text, refer, onToggle }: Props) {
  const blocks = useMemo(() => blocksOf(text), [text])
  const to = refer ?? (() => null)
  return (
    <div className="flex min-w-0 flex-col gap-2.5 text-base wrap-anywhere [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2">
      <Blocks blocks={blocks} pen={{ to, onToggle }} />
    </div>
  )
}

type Pen = { to: (reference: Reference) => ReactNode; onToggle: Props['onToggle'] }

function Blocks({ blocks, pen }: { blocks: readonly Block[]; pen: Pen }) {
  // blocks have no name of their own, and are never reordered
  return blocks.map((block, at) => <BlockView key={`${at} ${block.kind}`} block={block} pen={pen} />)
}

/** Above them stand the title of the page and of its part: the headings of a text begin with the third level. */
const HEADINGS = ['h3', 'h3', 'h4', 'h5', 'h6', 'h6'] as const

function BlockView({ block, pen }: { block: Block; pen: Pen }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = HEADINGS[block.level - 1] ?? 'h6'
      return (
        <Heading className={cx('font-semibold', block.level <= 2 ? 'pt-1.5 text-[15px]' : 'pt-1 text-base')}>
          <Words text={block.text} pen={pen} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} pen={pen} />
        </p>
      )
    case 'quote':
      return (
        <blockquote className="flex flex-col gap-2 border-l-2 border-line-strong pl-3 text-ink-2">
          <Blocks blocks={block.blocks} pen={pen} />
        </blockquote>
      )
    case 'code':
      return (
        <pre
          {...SCROLLS}
          data-language={block.language || undefined}
          className="scroll-calm overflow-x-auto rounded-sm bg-sunken p-3 font-mono text-xs leading-relaxed data-language:before:float-right data-language:before:pl-3 data-language:before:text-2xs data-language:before:text-ink-3 data-language:before:content-[attr(data-language)]"
        >
          <code>{block.text}</code>
        </pre>
      )
    case 'list':
      return <List list={block} pen={pen} />
    case 'table':
      return <Table table={block} pen={pen} />
    case 'rule':
      return <hr className="border-line" />
  }
}

/** Whoever has no pointer scrolls it with the arrows, once it has the focus. */
const SCROLLS = { tabIndex: 0 }

function List({ list, pen }: { list: Extract<Block, { kind: 'list' }>; pen: Pen }) {
  const { start, isTight, items } = list
  const isTasks = items.every(({ done }) => done !== null)
  const rows = items.map((item) => (
    <li key={item.line} className={cx(item.done !== null && (isTasks ? 'list-none' : ''))}>
      <ItemView item={item} isTight={isTight} pen={pen} />
    </li>
  ))
  // Boxes stand far enough apart to be hit (WCAG 2.5.8).
  const gap = cx('flex flex-col', !isTight ? 'gap-2' : isTasks ? 'gap-1' : 'gap-0.5')
  if (start === null) return <ul className={cx(gap, isTasks ? 'pl-0.5' : 'list-disc pl-5')}>{rows}</ul>
  return (
    <ol start={start} className={cx(gap, 'list-decimal pl-6')}>
      {rows}
    </ol>
  )
}

function ItemView({ item, isTight, pen }: { item: Item; isTight: boolean; pen: Pen }) {
  const [first, ...rest] = item.blocks
  const words = first?.kind === 'paragraph' ? first.text : null
  const opening = words === null ? null : <Words text={words} pen={pen} />
  return (
    <>
      {item.done !== null && <Task item={item} name={plainOf(inlinesOf(words ?? ''))} pen={pen} />}
      {opening && (isTight || item.done !== null ? opening : <p>{opening}</p>)}
      {item.blocks.length > (words === null ? 0 : 1) && (
        <div
          className={cx(
            'flex flex-col',
            isTight ? 'gap-1 pt-0.5' : 'gap-2 pt-2',
            item.done !== null && 'pl-6',
          )}
        >
          <Blocks blocks={words === null ? item.blocks : rest} pen={pen} />
        </div>
      )}
    </>
  )
}

function Task({ item, name, pen: { onToggle } }: { item: Item; name: string; pen: Pen }) {
  const isDone = item.done === true
  return (
    <input
      type="checkbox"
      checked={isDone}
      disabled={!onToggle}
      readOnly={!onToggle}
      aria-label={name || 'Task'}
      className="mr-2 size-4 translate-y-[3px] accent-accent"
      onChange={() => onToggle?.(item.line, !isDone)}
    />
  )
}

const ALIGNED = { left: 'text-left', right: 'text-right', center: 'text-center' }

function Table({ table, pen }: { table: Extract<Block, { kind: 'table' }>; pen: Pen }) {
  const { align, head, rows } = table
  const look = (column: number) =>
    cx('border border-line px-2.5 py-1 align-top', ALIGNED[align[column] ?? 'left'])
  return (
    <div {...SCROLLS} className="scroll-calm overflow-x-auto">
      <table className="num border-collapse text-sm">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={`${column} ${cell}`} scope="col" className={cx(look(column), 'bg-sunken font-medium')}>
                <Words text={cell} pen={pen} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // rows have no name of their own, and are never reordered
            <tr key={`${row} ${cells[0]}`}>
              {cells.map((cell, column) => (
                <td key={`${column} ${cell}`} className={look(column)}>
                  <Words text={cell} pen={pen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Words({ text, pen }: { text: string; pen: Pen }) {
  return <Inlines inlines={useMemo(() => inlinesOf(text), [text])} pen={pen} />
}

function Inlines({ inlines, pen }: { inlines: readonly Inline[]; pen: Pen }): ReactNode {
  return inlines.map((inline, at) => <Fragment key={`${at} ${inline.kind}`}>{drawn(inline, pen)}</Fragment>)
}

function drawn(inline: Inline, pen: Pen): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'break':
      return <br />
    case 'code':
      return <code className="rounded-xs bg-sunken px-1 py-px font-mono text-[0.92em]">{inline.text}</code>
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inlines inlines={inline.inside} pen={pen} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inlines inlines={inline.inside} pen={pen} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.inside} pen={pen} />
        </s>
      )
    case 'link':
      return (
        <a href={inline.href} rel="noreferrer noopener nofollow" target="_blank">
          <Inlines inlines={inline.inside} pen={{ ...pen, to: () => null }} />
        </a>
      )
    case 'reference':
      return pen.to(inline) ?? inline.raw
  }
}

const plainOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if ('text' in inline) return inline.text
      if ('inside' in inline) return plainOf(inline.inside)
      return inline.kind === 'reference' ? inline.raw : ' '
    })
    .join('')
    .trim()
