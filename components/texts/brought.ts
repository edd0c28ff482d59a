import type { QueryClient } from '@tanstack/react-query'

/** Answers with the trees of their texts, both as JSON; read when a text is first drawn. */
type Brought = { answer: string; trees: string }

/** By the cache of a page: on the server every page has its own. */
const all = new WeakMap<QueryClient, Brought[]>()

/** Of pages that were left, nothing is drawn any more. */
const MOST = 4

/** Keeps the trees that came with an answer, one for each of its texts. */
export function keepTrees(client: QueryClient, brought: Brought) {
  all.set(client, [brought, ...broughtTo(client).slice(0, MOST - 1)])
}

export const broughtTo = (client: QueryClient): readonly Brought[] => all.get(client) ?? []
