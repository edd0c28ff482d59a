import type { Code, Heading, Root, RootContent, Table } from 'mdast'
import type { ReactNode } from 'react'

import type { Details } from '#lib/kit/markdown/nodes.ts'

import { cx } from '#components/ui/cx.ts'
import { MarkdownList } from './markdown-list.tsx'
import type { OnToggle, Pen } from './markdown-list.tsx'
import { Inline } from './markdown-inline.tsx'
import type { Refer } from './markdown-inline.tsx'

type Props = { tree: Root; refer?: Refer; onToggle?: OnToggle }

/** Markdown as React nodes: what it does not know stays text, so that no one's words become markup or script. */
export function Markdown({ tree, refer = () => null, onToggle }: Props) {
  return (
    <div
      dir="auto"
      className="flex min-w-0 flex-col gap-2.5 text-base wrap-anywhere whitespace-pre-line [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2"
    >
      <Blocks nodes={tree.children} pen={{ refer, onToggle, Blocks }} />
    </div>
  )
}

/** Blocks have no name of their own, and are never reordered. */
function Blocks({ nodes, pen }: { nodes: readonly RootContent[]; pen: Pen }): ReactNode {
  return nodes.map((node, at) => <Block key={`${at} ${node.type}`} node={node} pen={pen} />)
}

function Block({ node, pen }: { node: RootContent; pen: Pen }): ReactNode {
  switch (node.type) {
    case 'heading':
      return <Title heading={node} pen={pen} />
    case 'paragraph':
      return (
        <p dir="auto">
          <Inline nodes={node.children} refer={pen.refer} />
        </p>
      )
    case 'blockquote':
      return (
        <blockquote className="flex flex-col gap-2 border-l-2 border-line-strong pl-3 text-ink-2">
          <Blocks nodes={node.children} pen={pen} />
        </blockquote>
      )
    case 'code':
      return <CodeBlock code={node} />
    case 'list':
      return <MarkdownList list={node} pen={pen} />
    case 'table':
      return <TableView table={node} pen={pen} />
    case 'thematicBreak':
      return <hr className="border-line" />
    case 'details':
      return <Folded details={node} pen={pen} />
    default:
      return null
  }
}

/** Above them stand the title of the page and of its part: the headings of a text begin with the third level. */
const HEADINGS = ['h3', 'h3', 'h4', 'h5', 'h6', 'h6'] as const

function Title({ heading: { depth, children }, pen }: { heading: Heading; pen: Pen }) {
  const Tag = HEADINGS[depth - 1] ?? 'h6'
  return (
    <Tag dir="auto" className={cx('font-semibold', depth <= 2 ? 'pt-1.5 text-[15px]' : 'pt-1 text-base')}>
      <Inline nodes={children} refer={pen.refer} />
    </Tag>
  )
}

/** A reader without a pointer scrolls it with the arrows, once it has the focus. */
const SCROLLS = { tabIndex: 0 }

function CodeBlock({ code: { lang, value } }: { code: Code }) {
  return (
    <pre
      {...SCROLLS}
      data-language={lang || undefined}
      className="scroll-calm overflow-x-auto rounded-sm bg-sunken p-3 font-mono text-xs leading-relaxed data-language:before:float-right data-language:before:pl-3 data-language:before:text-2xs data-language:before:text-ink-3 data-language:before:content-[attr(data-language)]"
    >
      <code>{value}</code>
    </pre>
  )
}

const ALIGNED = { left: 'text-left', right: 'text-right', center: 'text-center' }

function TableView({ table, pen }: { table: Table; pen: Pen }) {
  const [head, ...rows] = table.children
  const look = (column: number) =>
    cx('border border-line px-2.5 py-1 align-top', ALIGNED[table.align?.[column] ?? 'left'])
  // rows and cells have no name of their own, and are never reordered
  return (
    <div {...SCROLLS} className="scroll-calm overflow-x-auto">
      <table className="num border-collapse text-sm">
        <thead>
          <tr>
            {head?.children.map((cell, column) => (
              <th key={column} dir="auto" scope="col" className={cx(look(column), 'bg-sunken font-medium')}>
                <Inline nodes={cell.children} refer={pen.refer} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {head?.children.map((_, column) => (
                <td key={column} dir="auto" className={look(column)}>
                  <Inline nodes={row.children[column]?.children ?? []} refer={pen.refer} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Folded({ details, pen }: { details: Details; pen: Pen }) {
  return (
    <details open={details.isOpen} className="rounded-sm border border-line px-3 py-1.5">
      <summary dir="auto" className="cursor-pointer font-medium">
        {details.summary}
      </summary>
      <div className="flex flex-col gap-2.5 pt-2">
        <Blocks nodes={details.children} pen={pen} />
      </div>
    </details>
  )
}
