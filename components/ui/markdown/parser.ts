'use client'

import type { Root } from 'mdast'

import { fetchAhead } from '#components/ui/popups/fetch-ahead.ts'
import { createStore } from '#components/ui/store.ts'

type Parse = (text: string) => Root

/** What reads Markdown in the browser, once it has come. Pages come with the trees of their texts; see `texts-in.ts`. */
export const parser = createStore<{ parse: Parse | null }>({ parse: null })

/** Fails without a connection; what asked goes on without it. */
export async function fetchParser(): Promise<void> {
  if (parser.get().parse) return
  const { parseMarkdown } = await import('#lib/kit/markdown/parse.ts')
  parser.set({ parse: parseMarkdown })
}

fetchAhead(fetchParser)
