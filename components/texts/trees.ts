'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { Root } from 'mdast'
import { useEffect, useMemo, useState } from 'react'

import { fetchParser, parser } from '#components/ui/markdown/parser.ts'
import { onAnotherTry } from '#components/ui/popups/another-try.ts'
import { useStore } from '#components/ui/store.ts'
import { textsIn } from '#lib/kit/markdown/texts-in.ts'

import { broughtTo } from './brought.ts'

/** What was read of what pages brought along. */
const read = new WeakMap<object, Map<string, Root>>()

/** The tree of a text that a page brought along. */
function broughtTree(client: QueryClient, text: string): Root | undefined {
  for (const brought of broughtTo(client)) {
    const trees = read.get(brought) ?? treesIn(brought)
    read.set(brought, trees)
    const tree = trees.get(text)
    if (tree) return tree
  }
  return undefined
}

function treesIn({ answer, trees }: { answer: string; trees: string }): Map<string, Root> {
  const roots: Root[] = JSON.parse(trees)
  const pairs = textsIn(JSON.parse(answer)).map((text, at) => [text, roots[at]] as const)
  return new Map(pairs.flatMap(([text, root]) => (root ? [[text, root] as const] : [])))
}

/**
 * What a text in Markdown says. The page brings it along for the texts that it begins with; for one that comes later the
 * browser reads it itself, and until it can, shows the text as it was before, or as it is written.
 */
export function useTree(text: string): Root {
  const client = useQueryClient()
  const brought = useMemo(() => broughtTree(client, text), [client, text])
  const parse = useStore(parser, (now) => (brought ? null : now.parse))
  const tree = useMemo(() => brought ?? parse?.(text) ?? null, [brought, parse, text])
  const [last, keep] = useState(tree)
  if (tree && tree !== last) keep(tree)
  const isMissing = tree === null
  useEffect(() => {
    if (!isMissing) return undefined
    const attempt = () => void fetchParser().catch(() => {})
    attempt()
    return onAnotherTry(attempt)
  }, [isMissing])
  return tree ?? last ?? asWritten(text)
}

const asWritten = (value: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
})
