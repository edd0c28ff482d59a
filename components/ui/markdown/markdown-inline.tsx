import type { PhrasingContent } from 'mdast'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { Fragment } from 'react'
import type { ReactNode } from 'react'

import { withReferences } from '#lib/kit/markdown/references.ts'
import type { Reference } from '#lib/kit/markdown/references.ts'

/** What a name leads to, such as `#12` or `~bug`; null leaves it as text. */
export type Refer = (reference: Reference) => ReactNode

type Props = { nodes: readonly PhrasingContent[]; refer: Refer }

/** What stands within a line. Its parts have no name of their own, and are never reordered. */
export function Inline({ nodes, refer }: Props): ReactNode {
  return nodes.map((node, at) => <Fragment key={`${at} ${node.type}`}>{drawn(node, refer)}</Fragment>)
}

function drawn(node: PhrasingContent, refer: Refer): ReactNode {
  switch (node.type) {
    case 'text':
      return withNames(node.value, refer)
    case 'escaped':
      return node.value
    case 'break':
      return <br />
    case 'inlineCode':
      return (
        <code className="rounded-xs bg-sunken px-1 py-px font-mono text-[0.92em]">
          {node.value.replaceAll('\n', ' ')}
        </code>
      )
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inline nodes={node.children} refer={refer} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inline nodes={node.children} refer={refer} />
        </em>
      )
    case 'delete':
      return (
        <s>
          <Inline nodes={node.children} refer={refer} />
        </s>
      )
    case 'link':
      return (
        <a
          href={normalizeUri(node.url)}
          title={node.title ?? undefined}
          rel="noreferrer noopener nofollow"
          target="_blank"
        >
          <Inline nodes={node.children} refer={nowhere} />
        </a>
      )
    default:
      return null
  }
}

/** A link holds no further link. */
const nowhere: Refer = () => null

const withNames = (text: string, refer: Refer): ReactNode =>
  withReferences(text).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      <Fragment key={`${at} ${part.raw}`}>{refer(part) ?? part.raw}</Fragment>
    ),
  )
