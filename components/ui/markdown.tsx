import { Fragment } from 'react'
import type { ReactNode } from 'react'

type Props = {
  text: string
  /** Where `#12` leads; left as text without. */
  issueHref?: (ref: number) => string
}

/** Markdown as React nodes: what it does not know stays text, so that no one's words become markup or script. */
export function Markdown({ text, issueHref }: Props) {
  const blocks = blocksOf(text.replaceAll(/<!--[\s\S]*?-->/g, ''))
  return (
    <div className="flex flex-col gap-2.5 text-base wrap-anywhere [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2">
      {blocks.map((block, at) => (
        // blocks have no name of their own, and are never reordered
        <Fragment key={`${at} ${block.kind}`}>{draw(block, (line) => inline(line, issueHref))}</Fragment>
      ))}
    </div>
  )
}

type Block =
  | { kind: 'heading'; level: number; line: string }
  | { kind: 'paragraph' | 'quote' | 'code'; lines: string[] }
  | { kind: 'list'; ordered: boolean; items: string[] }

const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let fenced = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const last = blocks.at(-1)
    if (/^\s*```/.test(line)) {
      fenced = !fenced
      if (fenced) blocks.push({ kind: 'code', lines: [] })
    } else if (fenced && last?.kind === 'code') last.lines.push(line)
    else blocks.push(...blockOf(line, last))
  }
  return blocks.filter((block) => block.kind !== 'paragraph' || block.lines.length > 0)
}

/** Adds the line to the block before it, or begins another. An empty line ends a paragraph. */
function blockOf(line: string, last: Block | undefined): Block[] {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line)
  const item = ITEM.exec(line)
  if (heading) return [{ kind: 'heading', level: heading[1]?.length ?? 1, line: heading[2] ?? '' }]
  if (item) {
    const ordered = item[1] !== undefined
    if (last?.kind !== 'list' || last.ordered !== ordered)
      return [{ kind: 'list', ordered, items: [item[2] ?? ''] }]
    last.items.push(item[2] ?? '')
    return []
  }
  const quote = /^>\s?(.*)$/.exec(line)
  const kind = quote ? 'quote' : 'paragraph'
  const words = quote?.[1] ?? line
  if (line.trim() === '') return [{ kind: 'paragraph', lines: [] }]
  if (last?.kind !== kind) return [{ kind, lines: [words] }]
  last.lines.push(words)
  return []
}

function draw(block: Block, say: (line: string) => ReactNode): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h3 className={block.level <= 2 ? 'pt-1.5 text-[15px]' : 'pt-1 text-base'}>{say(block.line)}</h3>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List className={block.ordered ? 'list-decimal pl-6' : 'list-disc pl-5'}>
          {block.items.map((item, at) => (
            <li key={`${at} ${item}`}>{say(item.replace(/^\[ \]\s/, '☐ ').replace(/^\[[xX]\]\s/, '☑ '))}</li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote className="border-l-2 border-line-strong pl-3 text-ink-2">
          {say(block.lines.join(' '))}
        </blockquote>
      )
    case 'code':
      return (
        <pre className="scroll-calm overflow-x-auto rounded-sm bg-sunken p-3 font-mono text-xs">
          {block.lines.join('\n')}
        </pre>
      )
    case 'paragraph':
      return (
        <p>{block.lines.flatMap((line, at) => (at === 0 ? [say(line)] : [<br key={at} />, say(line)]))}</p>
      )
  }
}

const INLINE = [
  { name: 'code', shape: '`([^`]+)`' },
  { name: 'strong', shape: '\\*\\*([^*]+)\\*\\*' },
  { name: 'em', shape: '(?<![\\w*])[*_]([^*_]+)[*_](?![\\w*])' },
  { name: 'link', shape: '\\[([^\\]]+)\\]\\(([^()\\s]+)\\)' },
  { name: 'url', shape: '(https?:\\/\\/[^\\s<>()]+[^\\s<>().,;:!?])' },
  { name: 'ref', shape: '(?<![\\w&/])#(\\d{1,9})\\b' },
] as const

function inline(line: string, issueHref: Props['issueHref']): ReactNode[] {
  const shape = new RegExp(INLINE.map(({ name, shape }) => `(?<${name}>${shape})`).join('|'), 'g')
  const nodes: ReactNode[] = []
  let at = 0
  for (const match of line.matchAll(shape)) {
    if (match.index > at) nodes.push(line.slice(at, match.index))
    nodes.push(<Fragment key={match.index}>{mark(match[0], match.groups ?? {}, issueHref)}</Fragment>)
    at = match.index + match[0].length
  }
  if (at < line.length) nodes.push(line.slice(at))
  return nodes
}

function mark(
  whole: string,
  found: Record<string, string | undefined>,
  issueHref: Props['issueHref'],
): ReactNode {
  const inner = (ends: number) => whole.slice(ends, -ends)
  if (found['code'])
    return <code className="rounded-xs bg-sunken px-1 font-mono text-[0.92em]">{inner(1)}</code>
  if (found['strong']) return <strong className="font-semibold">{inner(2)}</strong>
  if (found['em']) return <em>{inner(1)}</em>
  if (found['ref']) return issueHref ? <a href={issueHref(Number(whole.slice(1)))}>{whole}</a> : whole
  if (found['url']) return outward(whole, whole)
  const link = /^\[([^\]]+)\]\(([^()\s]+)\)$/.exec(whole)
  return link ? outward(link[1] ?? '', link[2] ?? '') : whole
}

/** Only the web and mail: a link can be no script. */
function outward(words: string, href: string): ReactNode {
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return words
  return (
    <a href={href} rel="noreferrer noopener nofollow" target="_blank">
      {words}
    </a>
  )
}
